using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vts.Infrastructure.Gateway;

/// <summary>What the gateway writes of each request: no header, no query, and the route instead of the path, which would tell cards' ids.</summary>
internal static class AccessLog
{
    private static readonly JsonSerializerOptions AsIs = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line of JSON, as the gateway's template.</summary>
    public static string Line { get; } = new JsonObject
    {
        ["requestId"] = "$context.requestId",
        ["time"] = "$context.requestTimeEpoch",
        ["method"] = "$context.httpMethod",
        ["route"] = "$context.resourcePath",
        ["status"] = "$context.status",
        ["answer"] = "$context.error.responseType",
        ["milliseconds"] = "$context.responseLatency",
        ["functionStatus"] = "$context.integration.status",
        ["functionMilliseconds"] = "$context.integration.latency",
        // The name that the function logs it under.
        ["awsRequestId"] = "$context.integration.requestId",
        ["bytes"] = "$context.responseLength",
        ["address"] = "$context.identity.sourceIp",
        ["traceId"] = "$context.xrayTraceId",
    }.ToJsonString(AsIs);
}
