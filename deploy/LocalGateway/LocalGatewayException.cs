namespace Vts.LocalGateway;

/// <summary>The local gateway cannot do what it was asked to; the message says what to do about it.</summary>
public sealed class LocalGatewayException : Exception
{
    /// <summary>With this message.</summary>
    public LocalGatewayException(string message)
        : base(message)
    {
    }

    /// <summary>With this message, because of that.</summary>
    public LocalGatewayException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
