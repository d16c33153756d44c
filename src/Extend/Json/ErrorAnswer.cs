namespace Extend.Json;

/// <summary>An answer that says what is wrong, of which nothing but that is read.</summary>
internal sealed record ErrorAnswer : Envelope;
