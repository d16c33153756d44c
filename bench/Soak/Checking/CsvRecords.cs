using System.Text;

namespace Vts.Bench.Soak.Checking;

/// <summary>Reads RFC 4180.</summary>
internal static class CsvRecords
{
    public static List<string>[] Read(string text)
    {
        var (records, record, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when isQuoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[++i]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    EndCell();
                    break;
                case '\r' when !isQuoted:
                    break;
                case '\n' when !isQuoted:
                    EndCell();
                    records.Add(record);
                    record = [];
                    break;
                case var letter:
                    cell.Append(letter);
                    break;
            }
        }

        return cell.Length == 0 && record.Count == 0 ? [.. records] : throw new UnreadableException("the last record has no end");

        void EndCell()
        {
            record.Add(cell.ToString());
            cell.Clear();
        }
    }
}
