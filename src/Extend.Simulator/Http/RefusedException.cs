namespace Extend.Simulator.Http;

/// <summary>The request cannot be met as it stands; message and details reach the caller.</summary>
internal sealed class RefusedException(int status, string message, params ErrorDetail[] details) : Exception(message)
{
    /// <summary>A field that cannot be taken.</summary>
    public RefusedException(int status, params ErrorDetail[] details)
        : this(status, "Invalid request", details)
    {
    }

    public Answer ToAnswer() => Answer.Error(status, Message, details);
}
