using System.Text.Json.Nodes;

namespace Vts.LocalGateway.StandIns;

/// <summary>An error as AWS services that speak JSON 1.0 or 1.1 tell it.</summary>
internal static class ServiceFault
{
    public static Task WriteAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return context.Response.WriteAsJsonAsync(
            new JsonObject { ["__type"] = type, ["message"] = message }, options: null, "application/x-amz-json-1.1", context.RequestAborted);
    }
}
