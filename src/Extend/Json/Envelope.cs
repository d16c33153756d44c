namespace Extend.Json;

/// <summary>Every answer of Extend, whatever its status, may say that it failed after all.</summary>
internal abstract record Envelope
{
    public string? Error { get; init; }
}
