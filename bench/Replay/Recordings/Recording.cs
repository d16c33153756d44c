using System.Text;
using System.Text.Json;
using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Recordings;

/// <summary>A recording in its file, which only its owner may read.</summary>
/// <param name="IsHashed">Whether ids and redacted members are hashed by a key.</param>
/// <param name="Requests">What was recorded, in order.</param>
internal sealed record Recording(bool IsHashed, IReadOnlyList<RecordedRequest> Requests)
{
    // A shorter token, as "demo" is, would be found in what is no token.
    private const int ShortestSecret = 16;

    /// <summary>Writes the file; nothing of it stays where an answer holds the token.</summary>
    public void Write(string path, string? token)
    {
        if (token is { Length: >= ShortestSecret } && Requests.Any(request => request.Holds(token)))
        {
            throw new ReplayException("An answer holds the token itself: nothing is recorded.");
        }

        using var writer = new StreamWriter(PrivateFile.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.NewLine = "\n";
        writer.WriteLine(JsonSerializer.Serialize(new RecordingHead(RecordingHead.Form, IsHashed), Compact.Json));
        foreach (var request in Requests)
        {
            writer.WriteLine(request.Write());
        }
    }

    /// <summary>Reads a file.</summary>
    public static Recording Read(string path)
    {
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : throw new ReplayException($"There is no file {path}.");
        var head = Head(lines.FirstOrDefault() ?? "") ?? throw new ReplayException($"{path} is no recording of vts-replay.");
        return new Recording(head.IsHashed, [.. lines.Skip(1).Select((line, at) =>
            RecordedRequest.Read(line) ?? throw new ReplayException($"Line {at + 2} of {path} is not of a recording."))]);
    }

    private static RecordingHead? Head(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordingHead>(line, Compact.Json) is { VtsRecording: RecordingHead.Form } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
