namespace Vts.Aws.Ssm;

/// <summary>Settings could not be read from SSM. The message names the path and the cause, never a value.</summary>
public sealed class ParameterStoreException(string message, Exception? inner = null) : Exception(message, inner);
