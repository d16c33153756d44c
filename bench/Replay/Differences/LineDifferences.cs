using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Differences;

/// <summary>Where two NDJSON texts differ, by line and path.</summary>
internal sealed class LineDifferences(Declaration declaration)
{
    private readonly JsonDifferences _json = new(declaration);

    public IEnumerable<Difference> Of(string was, string now)
    {
        string[] first = was.Split('\n'), second = now.Split('\n');
        for (var at = 0; at < Math.Max(first.Length, second.Length); at++)
        {
            var where = $"line {at + 1}";
            var differences = at >= first.Length ? [new Difference(where, null, $"{second[at].Length} characters")]
                : at >= second.Length ? [new Difference(where, $"{first[at].Length} characters", null)]
                : _json.Of(first[at], second[at], where);
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }
}
