namespace Vts.Bench.Replay.Differences;

/// <summary>Rows of cells, as RFC 4180 writes them. A cell keeps its quotes: whether text is quoted is part of an answer.</summary>
internal static class Csv
{
    public static IEnumerable<string[]> Read(string text)
    {
        List<string> row = [];
        var start = 0;
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(text[start..at]);
                    start = at + 1;
                    break;
                case '\n' when !isQuoted:
                    yield return [.. row, text[start..at]];
                    row = [];
                    start = at + 1;
                    break;
            }
        }

        if (start < text.Length || row.Count > 0)
        {
            yield return [.. row, text[start..]];
        }
    }

    /// <summary>The text that was read as these rows.</summary>
    public static string Write(IEnumerable<string[]> rows) => string.Concat(rows.Select(row => $"{string.Join(',', row)}\n"));

    /// <summary>The name that a cell of the header says.</summary>
    public static string Name(string cell) => cell.Trim('\uFEFF', '\r').Trim('"');

    /// <summary>The cell with another text; the end of its line stays.</summary>
    public static string With(string cell, string text) => $"\"{text}\"{(cell.EndsWith('\r') ? "\r" : "")}";
}
