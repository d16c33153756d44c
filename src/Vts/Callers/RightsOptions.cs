using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>What a caller may read and how much it may ask, in configuration: the part that known tokens and grants have in common.</summary>
public abstract class RightsOptions
{
    /// <summary>The Extend account this caller reads; may be left out where there is only one.</summary>
    public string? Account { get; set; }

    /// <summary>What it may read: <c>cards:read</c>, <c>transactions:read</c>; both, where none is named.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>Which cards it may see; all, where nothing is named.</summary>
    public CardRuleOptions Cards { get; } = new();

    /// <summary>Which members of cards and transactions it may see; all, where none is named.</summary>
    public IList<string> Fields { get; } = [];

    /// <summary>How much it may ask; what the service allows everybody, where nothing is named.</summary>
    public CallerLimitOptions Limits { get; } = new();

    internal FieldRule FieldRule => new() { Names = CardRuleOptions.OrAny(Fields) };

    internal Caller ToCaller(string name, string account) => new(name, account)
    {
        Scopes = Scopes.Count == 0 ? Rules.Scopes.All : ScopeNames.Parse(Scopes),
        Cards = Cards.ToRule(),
        Fields = FieldRule,
        Limits = Limits.ToLimits(),
    };
}
