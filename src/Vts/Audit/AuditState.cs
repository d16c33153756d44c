using System.Collections;
using System.Text;

namespace Vts.Audit;

/// <summary>An event as the log takes it: one line of JSON as its text, and each member by itself for logs that keep members apart.</summary>
public sealed class AuditState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly Lazy<KeyValuePair<string, object?>[]> _members;

    internal AuditState(AuditEvent entry)
    {
        Utf8 = AuditJson.Write(entry);

        // Most logs take the line alone.
        _members = new(() =>
        [
            new(nameof(entry.Caller), entry.Caller),
            new(nameof(entry.KeyId), entry.KeyId),
            new(nameof(entry.Operation), entry.Operation),
            new(nameof(entry.Cards), entry.Cards is null ? null : string.Join(',', entry.Cards)),
            new(nameof(entry.Rows), entry.Rows),
            new(nameof(entry.Status), entry.Status),
            new(nameof(entry.Code), entry.Code),
            new(nameof(entry.Refused), entry.Refused),
            new(nameof(entry.AgeSeconds), entry.AgeSeconds),
            new(nameof(entry.RequestId), entry.RequestId),
            new(nameof(entry.Address), entry.Address),
            new(nameof(entry.AlsoRefused), entry.AlsoRefused),
        ]);
    }

    /// <summary>The line in UTF-8, without its end.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <inheritdoc/>
    public int Count => _members.Value.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => _members.Value[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_members.Value).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    IEnumerator IEnumerable.GetEnumerator() => _members.Value.GetEnumerator();
}
