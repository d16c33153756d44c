using System.Runtime.InteropServices;
using Vts.Audit;

namespace Vts.Server.Audit;

/// <summary>Which events of the record are looked for.</summary>
/// <param name="Since">The first moment.</param>
/// <param name="Caller">Of this caller; null for all.</param>
/// <param name="Card">That name this card; null for all.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AuditQuery(DateTimeOffset? Since, string? Caller, string? Card)
{
    /// <summary>The lines that match, with what they hold, oldest first. Lines that hold no event are passed over.</summary>
    public IEnumerable<(string Line, AuditEvent Event)> Read(string path)
    {
        var query = this;
        return
            from line in Lines(path)
            let entry = AuditJson.Read(line)
            where entry is not null && query.Matches(entry)
            select (line, entry);
    }

    private static IEnumerable<string> Lines(string path)
    {
        var readers = AuditFileNames.Open(path);
        try
        {
            foreach (var reader in readers)
            {
                while (reader.ReadLine() is { } line)
                {
                    yield return line;
                }
            }
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private bool Matches(AuditEvent entry) =>
        (Since is null || entry.Time >= Since)
        && (Caller is null || entry.Caller == Caller)
        && (Card is null || entry.Cards?.Contains(Card, StringComparer.Ordinal) == true);
}
