namespace Vts.LocalGateway.Gateway;

/// <summary>Why the gateway itself answers: the type of gateway response, its own status and message.</summary>
internal sealed record GatewayFault(string Type, int Status, string Message)
{
    public static GatewayFault NoSuchRoute { get; } = new("MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token");

    public static GatewayFault Throttled { get; } = new("THROTTLED", 429, "Too Many Requests");

    public static GatewayFault BodyTooLarge { get; } = new("REQUEST_TOO_LARGE", 413, "HTTP content length exceeded 10485760 bytes.");

    public static GatewayFault HeadTooLarge { get; } = new("REQUEST_TOO_LARGE", 413, "HTTP header is larger than 10240 bytes.");

    public static GatewayFault UnsupportedMediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type");

    public static GatewayFault IntegrationTimeout { get; } = new("INTEGRATION_TIMEOUT", 504, "Endpoint request timed out");

    /// <summary>The function failed, or what it answered is no answer.</summary>
    public static GatewayFault IntegrationFailure { get; } = new("INTEGRATION_FAILURE", 502, "Internal server error");

    /// <summary>The type that answers where this one is not set.</summary>
    public string Default => Status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
}
