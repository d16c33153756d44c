namespace Vts.LocalGateway.Gateway;

/// <summary>The headers that the gateway itself puts on a request.</summary>
internal static class ForwardedHeaders
{
    private static readonly string[] Own = ["X-Amzn-Trace-Id", "X-Forwarded-Port", "X-Forwarded-Proto"];

    /// <summary>The caller's headers with the gateway's.</summary>
    public static List<KeyValuePair<string, string>> With(GatewayRequest request)
    {
        var before = request.Headers.LastOrDefault(header => Is(header, "X-Forwarded-For")).Value;
        return
        [
            .. request.Headers.Where(header => !Is(header, "X-Forwarded-For") && !Own.Any(name => Is(header, name))),
            KeyValuePair.Create("X-Amzn-Trace-Id", $"Root={request.TraceRoot}"),
            KeyValuePair.Create("X-Forwarded-For", before is null ? request.SourceIp : $"{before}, {request.SourceIp}"),
            KeyValuePair.Create("X-Forwarded-Port", $"{request.Context.Connection.LocalPort}"),
            KeyValuePair.Create("X-Forwarded-Proto", request.Context.Request.Scheme),
        ];
    }

    private static bool Is(KeyValuePair<string, string> header, string name) => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase);
}
