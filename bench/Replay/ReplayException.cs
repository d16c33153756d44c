namespace Vts.Bench.Replay;

/// <summary>Something that keeps the tool from its work: a wrong option or file, or a service that cannot be reached. The message says what.</summary>
internal sealed class ReplayException(string message) : Exception(message);
