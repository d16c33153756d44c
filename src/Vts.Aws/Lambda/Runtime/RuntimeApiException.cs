namespace Vts.Aws.Lambda.Runtime;

/// <summary>The Runtime API is in a state in which this process cannot go on; Lambda starts another.</summary>
internal sealed class RuntimeApiException(string message, Exception? inner = null) : Exception(message, inner);
