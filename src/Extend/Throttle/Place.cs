namespace Extend.Throttle;

/// <summary>One of an account's places, taken.</summary>
/// <param name="Began">When.</param>
/// <param name="IsProbe">Whether the gate was not open, so that this call is to tell whether it may be.</param>
internal readonly record struct Place(TimeSpan Began, bool IsProbe);
