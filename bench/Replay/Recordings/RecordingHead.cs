namespace Vts.Bench.Replay.Recordings;

/// <summary>The first line of a recording.</summary>
/// <param name="VtsRecording">The form of what follows: 1.</param>
/// <param name="IsHashed">Whether ids and redacted members are hashed by a key.</param>
internal sealed record RecordingHead(int VtsRecording, bool IsHashed)
{
    public const int Form = 1;
}
