namespace Vts.Callers.Rules;

/// <summary>The scopes as text, as tokens and settings name them.</summary>
public static class ScopeNames
{
    /// <summary>Reading cards.</summary>
    public const string Cards = "cards:read";

    /// <summary>Reading transactions.</summary>
    public const string Transactions = "transactions:read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Cards, Transactions];

    /// <summary>The names of these scopes.</summary>
    public static IReadOnlyList<string> Of(Scopes scopes) => [.. All.Where(name => scopes.HasFlag(Parse(name)))];

    /// <summary>The scope of this name; <see cref="Scopes.None"/> for any other text.</summary>
    public static Scopes Parse(string? name) => name switch
    {
        Cards => Scopes.Cards,
        Transactions => Scopes.Transactions,
        _ => Scopes.None,
    };

    /// <summary>The scope of this name.</summary>
    public static bool TryParse(string? name, out Scopes scope) => (scope = Parse(name)) is not Scopes.None;

    /// <summary>The scopes of these names together.</summary>
    public static Scopes Parse(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Aggregate(Scopes.None, (scopes, name) => scopes | Parse(name));
    }
}
