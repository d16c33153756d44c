namespace Vts.Errors;

/// <summary>An answer has grown beyond what the host takes in one piece. Thrown while it is written, so that another can still take its place.</summary>
public sealed class AnswerTooLargeException() : Exception("The answer is larger than the host takes.");
