using Vts.Callers.Rules;

namespace Vts.Callers.Keys;

/// <summary>The scopes' names as they are stored and typed.</summary>
public static class ScopeNames
{
    private static readonly (string Name, Scopes Scope)[] Known = [("cards:read", Scopes.Cards), ("transactions:read", Scopes.Transactions)];

    /// <summary>Every name.</summary>
    public static IEnumerable<string> All => Known.Select(known => known.Name);

    /// <summary>The names of these scopes.</summary>
    public static IEnumerable<string> Of(Scopes scopes) => Known.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name);

    /// <summary>The scope of this name.</summary>
    public static bool TryParse(string? name, out Scopes scope)
    {
        scope = Known.FirstOrDefault(known => known.Name == name).Scope;
        return scope is not Scopes.None;
    }
}
