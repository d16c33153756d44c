namespace Extend.Throttle;

/// <summary>A wait for one's turn.</summary>
/// <param name="Length">How long; zero or less if the turn is now.</param>
/// <param name="For">The limit that makes it so long.</param>
internal readonly record struct Wait(TimeSpan Length, ILimit For);
