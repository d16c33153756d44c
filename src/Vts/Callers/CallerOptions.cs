using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>One known token and whom it stands for. Configuration <c>Callers:{n}</c>.</summary>
public sealed class CallerOptions
{
    /// <summary>A name for logs and messages.</summary>
    public string? Name { get; set; }

    /// <summary>SHA-256 of the token's UTF-8 bytes, 64 hexadecimal digits. The token itself is never configured.</summary>
    public string? TokenSha256 { get; set; }

    /// <summary>The Extend account this caller reads; may be left out where there is only one.</summary>
    public string? Account { get; set; }

    /// <summary>What it may read: <c>cards:read</c>, <c>transactions:read</c>; both, where none is named.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>Which cards it may see; all, where nothing is named.</summary>
    public CardRuleOptions Cards { get; } = new();

    /// <summary>Which members of cards and transactions it may see; all, where none is named.</summary>
    public IList<string> Fields { get; } = [];

    internal FieldRule FieldRule => new() { Names = CardRuleOptions.OrAny(Fields) };

    internal Caller ToCaller(string account) => new(Name!, account)
    {
        Scopes = Scopes.Count == 0 ? Rules.Scopes.All : ScopeNames.Parse(Scopes),
        Cards = Cards.ToRule(),
        Fields = FieldRule,
    };
}
