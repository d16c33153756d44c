namespace Vts.Bench.Soak.Checking;

/// <summary>An answer is not of the form that it must have; the message says why.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
