using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extend.Simulator.Http;

/// <summary>What a request is answered with, complete in memory, so that a fault may still change it.</summary>
internal sealed class Answer : IDisposable
{
    // Extend sends text as it is; only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private PooledBody? _pooled;

    public required int Status { get; set; }

    public string ContentType { get; set; } = "application/json";

    public ReadOnlyMemory<byte> Body { get; set; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Ends the connection after this many bytes of the body; null sends all of it.</summary>
    public int? CutAfter { get; set; }

    /// <summary>Ends the connection before anything is sent.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Spaces sent after the body, in bytes.</summary>
    public long Padding { get; set; }

    /// <summary>Whether spaces follow for as long as the client takes them.</summary>
    public bool IsEndless { get; set; }

    /// <summary>Whether body and padding go compressed by gzip.</summary>
    public bool IsCompressed { get; set; }

    /// <summary>Waits before each byte of the body; null sends it at once.</summary>
    public Func<CancellationToken, Task>? Pause { get; set; }

    /// <summary>Bytes for the connection in place of an HTTP answer.</summary>
    public byte[]? Raw { get; init; }

    public static Answer Json(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        var body = new PooledBody();
        using (var json = new Utf8JsonWriter(body, Writing))
        {
            write(json);
        }

        return new Answer { Status = status, Body = body.Written, _pooled = body };
    }

    /// <summary>An empty JSON object.</summary>
    public static Answer Empty => new() { Status = StatusCodes.Status200OK, Body = "{}"u8.ToArray() };

    /// <summary>An error in Extend's form.</summary>
    public static Answer Error(int status, string error, params ReadOnlySpan<ErrorDetail> details)
    {
        var list = details.ToArray();
        return Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("error"u8, error);
                if (list.Length > 0)
                {
                    json.WriteStartArray("details"u8);
                    foreach (var detail in list)
                    {
                        json.WriteStartObject();
                        json.WriteString("field"u8, detail.Field);
                        json.WriteString("error"u8, detail.Error);
                        json.WriteString("invalidValue"u8, detail.InvalidValue);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            },
            status);
    }

    public Answer With(string header, string value)
    {
        Headers.Add(new(header, value));
        return this;
    }

    public void Dispose() => _pooled?.Dispose();
}
