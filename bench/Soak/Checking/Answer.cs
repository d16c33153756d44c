using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Vts.Bench.Soak.Checking;

/// <summary>An answer as it came.</summary>
internal sealed class Answer(
    TimeSpan sent, TimeSpan received, DateTimeOffset receivedAt, int status, HttpResponseHeaders headers, HttpContentHeaders contentHeaders, byte[] body)
{
    private const int Shown = 2000;

    /// <summary>Before the request was sent.</summary>
    public TimeSpan Sent => sent;

    /// <summary>After the last byte came.</summary>
    public TimeSpan Received => received;

    /// <summary>The same by the machine's clock, which the server's is too.</summary>
    public DateTimeOffset ReceivedAt => receivedAt;

    public int Status => status;

    public byte[] Body => body;

    public string? MediaType => contentHeaders.ContentType?.MediaType;

    public string? Tag => Field("ETag");

    public string? CacheStatus => Field("Cache-Status");

    public TimeSpan? Age => headers.Age;

    public DateTimeOffset? LastModified => contentHeaders.LastModified;

    public bool IsStale => CacheStatus?.Contains("detail=stale", StringComparison.Ordinal) == true;

    public bool IsHit => CacheStatus?.Contains("; hit", StringComparison.Ordinal) == true;

    /// <summary>Where the next page is; null on the last.</summary>
    public string? Next => Field("Link") is { } link && link.Contains("rel=\"next\"", StringComparison.Ordinal)
        ? link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)] : null;

    public string? Field(string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>As the report shows it. An answer never holds a token.</summary>
    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(Shown, body.Length)));
        var fields = headers.Concat(contentHeaders).Select(field => $"{field.Key}: {string.Join(", ", field.Value)}");
        return string.Create(CultureInfo.InvariantCulture,
            $"{status} (sent at {sent.TotalSeconds:0.000} s, received at {received.TotalSeconds:0.000} s)\n{string.Join('\n', fields)}\n\n{text}{(body.Length > Shown ? "…" : "")}");
    }
}
