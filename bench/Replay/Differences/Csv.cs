using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vts.Bench.Replay.Differences;

/// <summary>Rows of cells, as RFC 4180 writes them.</summary>
internal static class Csv
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = false, NewLine = "\r\n" };

    public static IEnumerable<string[]> Read(string text)
    {
        using var parser = new CsvParser(new StringReader(text), Form);
        while (parser.Read())
        {
            yield return parser.Record!;
        }
    }

    public static string Write(IEnumerable<string[]> rows)
    {
        var text = new StringWriter();
        using (var writer = new CsvWriter(text, Form))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    writer.WriteField(cell);
                }

                writer.NextRecord();
            }
        }

        return text.ToString();
    }
}
