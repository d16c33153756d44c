namespace Extend.Simulator.Http;

/// <summary>One field of a request that Extend would not take.</summary>
internal readonly record struct ErrorDetail(string Field, string Error, string? InvalidValue);
