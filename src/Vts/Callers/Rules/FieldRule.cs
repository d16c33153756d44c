namespace Vts.Callers.Rules;

/// <summary>Which members of a card and of a transaction a caller may see. The others are left out of every answer; <c>id</c> never is.</summary>
public sealed record FieldRule
{
    /// <summary>The one member that every caller sees.</summary>
    public const string Id = "id";

    /// <summary>Every member.</summary>
    public static FieldRule All { get; } = new();

    /// <summary>The members' names, as in the contract, of cards and transactions alike; null for all, also for those still to come.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Whether it hides nothing.</summary>
    internal bool IsAll => Names is null;

    /// <summary>Whether the caller may see the member of this name.</summary>
    public bool Shows(string member) => Names is null || member == Id || Names.Contains(member, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals(FieldRule? other) => other is not null && IsAll == other.IsAll && (IsAll || Sorted().SequenceEqual(other.Sorted(), StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in IsAll ? [] : Sorted())
        {
            hash.Add(name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    private IEnumerable<string> Sorted() => Names!.Append(Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
