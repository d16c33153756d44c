namespace Vts.Bench.Soak.World;

/// <summary>The members of a card or transaction as an answer must tell them: numbers and words as they are written, nothing for null.</summary>
internal sealed class Row(IReadOnlyDictionary<string, string> members)
{
    private readonly string?[] _texts = new string?[Columns.Count];

    public string this[string member] => members[member];

    /// <summary>These members as one text.</summary>
    public string As(Columns columns) => _texts[columns.Index] ??= Columns.Join(columns.Names.Select(name => members[name]));
}
