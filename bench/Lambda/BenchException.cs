namespace Vts.Bench.Lambda;

/// <summary>Something that makes the figures worthless; the message says what.</summary>
internal sealed class BenchException(string message) : Exception(message);
