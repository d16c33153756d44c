namespace Vts.Errors;

/// <summary>An answer has grown beyond what the host takes in one piece. Thrown while it is written, so that another can still take its place.</summary>
public sealed class AnswerTooLargeException() : Exception("The answer is larger than the host takes.")
{
    /// <summary>Ends the answer here, if it is.</summary>
    /// <param name="isTooLarge">Whether it is larger than the host takes.</param>
    public static void ThrowIf(bool isTooLarge)
    {
        if (isTooLarge)
        {
            throw new AnswerTooLargeException();
        }
    }
}
