namespace Vts.Bench.Replay.Tests;

/// <summary>An answer that a test may change on its way.</summary>
internal sealed class ChangedAnswer
{
    public required string Path { get; init; }

    public required int Status { get; set; }

    public required Dictionary<string, string> Headers { get; init; }

    public required string Body { get; set; }
}
