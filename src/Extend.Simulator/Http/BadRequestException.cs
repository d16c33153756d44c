namespace Extend.Simulator.Http;

/// <summary>The request holds something that cannot be read; its details reach the caller.</summary>
internal sealed class BadRequestException(int status, params ErrorDetail[] details) : Exception("Invalid request")
{
    public Answer ToAnswer() => Answer.Error(status, Message, details);
}
