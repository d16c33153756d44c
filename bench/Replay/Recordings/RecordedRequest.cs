using System.Text.Json;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Redaction;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Recordings;

/// <summary>A line of a recording: what was asked, and what was answered, both redacted.</summary>
internal sealed record RecordedRequest(Request Request, IReadOnlyList<Answer> Answers)
{
    /// <summary>The line.</summary>
    public string Write() => JsonSerializer.Serialize(this, Compact.Json);

    /// <summary>Reads a line, whose request is held to the rules of lists; null where it is none.</summary>
    public static RecordedRequest? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedRequest>(line, Compact.Json) is { Request: { Method: not null, Target: not null, Headers: not null }, Answers: not null } read
                && read.Answers.All(answer => answer is { Headers: not null, Body: not null })
                ? read with { Request = RequestLine.Parse(read.Request.ToString()) }
                : null;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The same without what is not to be told.</summary>
    public RecordedRequest Redacted(Redactor redactor) => new(
        Request with
        {
            Target = redactor.Ids(Request.Target),
            Headers = Request.Headers.ToDictionary(header => header.Key, header => redactor.Ids(header.Value), StringComparer.OrdinalIgnoreCase),
        },
        [.. Answers.Select(redactor.Redact)]);

    /// <summary>Whether a text is anywhere in it.</summary>
    public bool Holds(string text) =>
        Request.Target.Contains(text, StringComparison.Ordinal)
        || Request.Headers.Any(header => header.Value.Contains(text, StringComparison.Ordinal))
        || Answers.Any(answer => answer.Body.Contains(text, StringComparison.Ordinal)
            || answer.Headers.Any(header => header.Value.Contains(text, StringComparison.Ordinal)));
}
