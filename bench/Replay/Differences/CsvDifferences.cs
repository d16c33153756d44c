using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Differences;

/// <summary>Where two CSV texts differ, by row and column. Row 1 is the header.</summary>
internal sealed class CsvDifferences(Declaration declaration)
{
    public IEnumerable<Difference> Of(string was, string now)
    {
        List<string[]> first = [.. Csv.Read(was)], second = [.. Csv.Read(now)];
        string[] names = [.. (first.FirstOrDefault() ?? []).Select(Csv.Name)];
        for (var row = 0; row < Math.Max(first.Count, second.Count); row++)
        {
            var (before, after) = (first.ElementAtOrDefault(row), second.ElementAtOrDefault(row));
            if (before is null || after is null)
            {
                yield return new Difference($"row {row + 1}", before is null ? null : $"{before.Length} cells", after is null ? null : $"{after.Length} cells");
                continue;
            }

            for (var at = 0; at < Math.Max(before.Length, after.Length); at++)
            {
                var (old, @new) = (before.ElementAtOrDefault(at), after.ElementAtOrDefault(at));
                var name = names.ElementAtOrDefault(at);
                var isVolatile = row > 0 && name is not null && declaration.IsVolatile(name) && old is not null && @new is not null;
                if (old != @new && !isVolatile)
                {
                    yield return declaration.Differ($"row {row + 1}, {name ?? $"column {at + 1}"}", row > 0 ? name : null, old, @new);
                }
            }
        }
    }
}
