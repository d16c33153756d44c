namespace Vts.Aws.Lambda.Runtime;

/// <summary>The event is not of a form that the function knows. The message tells nothing of what the event held.</summary>
internal sealed class InvalidEventException(string message) : Exception(message);
