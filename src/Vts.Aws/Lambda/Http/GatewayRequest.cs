using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda.Http;

/// <summary>Turns a gateway's event into the request that ASP.NET Core's pipeline reads.</summary>
internal static class GatewayRequest
{
    /// <exception cref="InvalidEventException">It has no method or path, or its body is not the base64 it says it is.</exception>
    public static HttpRequestFeature Of(GatewayEvent gateway)
    {
        var method = gateway.HttpMethod ?? gateway.RequestContext?.Http?.Method;
        var pathBase = gateway.IsVersionTwo ? StageInPath(gateway) : BeforePath(gateway);
        var path = gateway.IsVersionTwo ? gateway.RawPath?[pathBase.Length..] : gateway.Path;
        if (string.IsNullOrEmpty(method) || path is null || !path.StartsWith('/'))
        {
            throw new InvalidEventException("The event is not a gateway's request: it has no method or no path.");
        }

        var query = gateway.IsVersionTwo ? Raw(gateway.RawQueryString) : Encoded(gateway);
        var headers = Headers(gateway);
        var body = Body(gateway);

        // The event holds all of it, whatever the caller's header says, if the gateway has left one.
        headers.ContentLength = body.Length > 0 ? body.Length : null;
        return new HttpRequestFeature
        {
            Method = method,
            Scheme = headers["X-Forwarded-Proto"].ToString() is "http" ? "http" : "https",
            Protocol = (gateway.RequestContext?.Protocol ?? gateway.RequestContext?.Http?.Protocol) is { Length: > 0 } protocol ? protocol : "HTTP/1.1",

            // The one place where escapes are decoded; a slash that was escaped stays so.
            PathBase = PathString.FromUriComponent(pathBase).Value!,
            Path = PathString.FromUriComponent(path).Value!,
            QueryString = query,
            RawTarget = path + query,
            Headers = headers,
            Body = body,
        };
    }

    // An HTTP API with a named stage says it in the path; nobody else does.
    private static string StageInPath(GatewayEvent gateway) =>
        gateway.RequestContext?.Stage is { Length: > 0 } stage and not "$default"
            && gateway.RawPath?.StartsWith($"/{stage}/", StringComparison.Ordinal) == true
            ? $"/{stage}"
            : "";

    // What the caller's address has before the path: the stage, unless the domain is one of the operator's own. A slash too many is
    // left out, because a link that begins with two would lead to another host.
    private static string BeforePath(GatewayEvent gateway) =>
        gateway.Path is { } path && gateway.RequestContext?.Path is ['/', not '/', ..] whole
            && whole.EndsWith(path, StringComparison.Ordinal) && !whole[..^path.Length].EndsWith('/')
            ? whole[..^path.Length]
            : "";

    private static string Raw(string? query) => string.IsNullOrEmpty(query) ? "" : $"?{query}";

    // Format 1.0 has decoded the query, so that it is encoded again for whoever decodes it once.
    private static string Encoded(GatewayEvent gateway)
    {
        var query = new StringBuilder();
        foreach (var (name, values) in gateway.MultiValueQueryStringParameters ?? Many(gateway.QueryStringParameters))
        {
            foreach (var value in values ?? [])
            {
                query.Append(query.Length is 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
            }
        }

        return query.ToString();
    }

    private static IHeaderDictionary Headers(GatewayEvent gateway)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in gateway.MultiValueHeaders ?? Many(gateway.Headers))
        {
            // Names may come twice, in different spelling; an empty value is a value.
            headers[name] = StringValues.Concat(headers[name], values);
        }

        if (gateway.Cookies is { Length: > 0 } cookies)
        {
            headers.Cookie = string.Join("; ", cookies);
        }

        return headers;
    }

    private static Dictionary<string, string?[]?> Many(Dictionary<string, string?>? single) =>
        (single ?? []).ToDictionary(pair => pair.Key, string?[]? (pair) => [pair.Value], StringComparer.Ordinal);

    private static Stream Body(GatewayEvent gateway)
    {
        if (gateway.Body is not { Length: > 0 } body)
        {
            return Stream.Null;
        }

        if (gateway.IsBase64Encoded != true)
        {
            return new MemoryStream(Encoding.UTF8.GetBytes(body), writable: false);
        }

        return Base64.IsValid(body)
            ? new MemoryStream(Convert.FromBase64String(body), writable: false)
            : throw new InvalidEventException("The event says that its body is base64, and it is not.");
    }
}
