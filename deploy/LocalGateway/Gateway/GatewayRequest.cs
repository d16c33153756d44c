using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Vts.LocalGateway.Functions;

namespace Vts.LocalGateway.Gateway;

/// <summary>One request as the gateway sees it, and the ids it is given.</summary>
internal sealed class GatewayRequest
{
    public GatewayRequest(HttpContext context, TimeProvider time)
    {
        Context = context;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (!target.StartsWith('/') && Uri.TryCreate(target, UriKind.Absolute, out var absolute))
        {
            target = absolute.PathAndQuery;
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        (Path, RawQuery) = mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
        Time = time.GetUtcNow();
        TraceRoot = TraceRootOf(context.Request.Headers["X-Amzn-Trace-Id"].ToString()) ?? Invocation.NewTraceRoot(time);
        Headers = [.. context.Request.Headers
            .Where(header => !header.Key.StartsWith(':') && !RenamedHeaders.Current.IsDroppedFromRequests(header.Key))
            .SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? ""))];
        Query = [.. ReadQuery(RawQuery)];
    }

    public HttpContext Context { get; }

    /// <summary>The gateway's id of the request; every problem carries it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    public string ExtendedId { get; } = Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..15] + "=";

    public string TraceRoot { get; }

    public DateTimeOffset Time { get; }

    public string Method => Context.Request.Method;

    /// <summary>The path as it was sent, escapes and all.</summary>
    public string Path { get; }

    /// <summary>What follows the question mark, as it was sent.</summary>
    public string RawQuery { get; }

    /// <summary>The query's parameters, decoded, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The headers that reach a function, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public string SourceIp => Context.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    public string? Header(string name) => Context.Request.Headers[name] is { Count: > 0 } values ? values[^1] : null;

    /// <summary>Bytes of the request line and all header lines.</summary>
    public int HeadBytes => Method.Length + Path.Length + RawQuery.Length + "  HTTP/1.1\r\n".Length
        + Context.Request.Headers.Sum(header => header.Value.Sum(value => header.Key.Length + Encoding.UTF8.GetByteCount(value ?? "") + ": \r\n".Length));

    private static IEnumerable<KeyValuePair<string, string>> ReadQuery(string query)
    {
        foreach (var part in query.Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? KeyValuePair.Create(Decode(part), "")
                : KeyValuePair.Create(Decode(part[..equals]), Decode(part[(equals + 1)..]));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string? TraceRootOf(string header) => header.Split(';', StringSplitOptions.TrimEntries)
        .FirstOrDefault(part => part.StartsWith("Root=", StringComparison.Ordinal))?["Root=".Length..];
}
