using System.Text.Json;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda.Http;

/// <summary>
/// A request as a gateway sends it: payload format 1.0 (REST API) or 2.0 (HTTP API, Function URL). Only what is read of it;
/// any member may be missing or null.
/// </summary>
internal sealed class GatewayEvent
{
    public string? Version { get; init; }

    public string? HttpMethod { get; init; }

    public string? Path { get; init; }

    public string? RawPath { get; init; }

    public string? RawQueryString { get; init; }

    public Dictionary<string, string?>? Headers { get; init; }

    public Dictionary<string, string?[]?>? MultiValueHeaders { get; init; }

    public Dictionary<string, string?>? QueryStringParameters { get; init; }

    public Dictionary<string, string?[]?>? MultiValueQueryStringParameters { get; init; }

    public string?[]? Cookies { get; init; }

    public GatewayRequestContext? RequestContext { get; init; }

    public string? Body { get; init; }

    public bool? IsBase64Encoded { get; init; }

    /// <summary>Whether this is payload format 2.0, and the answer must be too.</summary>
    public bool IsVersionTwo => Version is "2.0";

    /// <exception cref="InvalidEventException">It is no request of a gateway.</exception>
    public static GatewayEvent Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return EventMembers.Read(JsonElement.Parse(json));
        }
        catch (JsonException fault)
        {
            // The reader's own message may quote the event.
            throw new InvalidEventException($"The event is not a gateway's request: unreadable at line {fault.LineNumber}, byte {fault.BytePositionInLine}.");
        }
        catch (InvalidOperationException)
        {
            throw new InvalidEventException("The event is not a gateway's request: a member of it is of another kind, or no text.");
        }
    }
}
