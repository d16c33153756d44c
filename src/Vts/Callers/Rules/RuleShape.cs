using Microsoft.Extensions.Configuration;
using Vts.Callers.Issuers;

namespace Vts.Callers.Rules;

/// <summary>
/// Finds what the binding of a caller's settings would pass over in silence: a name that is none, and a single value where a list is
/// due. A restriction that is misspelt restricts nothing.
/// </summary>
internal static class RuleShape
{
    private static readonly string[] Rights =
        [nameof(RightsOptions.Account), nameof(RightsOptions.Scopes), nameof(RightsOptions.Cards), nameof(RightsOptions.Fields), nameof(RightsOptions.Limits)];

    private static readonly string[] Caller = [nameof(CallerOptions.Name), nameof(CallerOptions.TokenSha256), .. Rights];
    private static readonly string[] Grant = [nameof(GrantOptions.Claim), nameof(GrantOptions.Value), .. Rights];

    private static readonly string[] Limits =
        [nameof(CallerLimitOptions.RequestsPerSecond), nameof(CallerLimitOptions.Burst), nameof(CallerLimitOptions.Concurrency)];

    private static readonly string[] OfCards =
        [nameof(CardRule.Ids), nameof(CardRule.Statuses), nameof(CardRule.Recipients), nameof(CardRule.Cardholders), nameof(CardRule.CreditCards)];

    /// <summary>The faults of a known token's settings.</summary>
    public static IEnumerable<string> OfCaller(IConfigurationSection caller) => Faults(caller, Caller);

    /// <summary>The faults of a grant's settings.</summary>
    public static IEnumerable<string> OfGrant(IConfigurationSection grant) => Faults(grant, Grant);

    /// <summary>Those children of the section that are no setting.</summary>
    /// <param name="section">The section.</param>
    /// <param name="known">The settings that there are.</param>
    public static IEnumerable<string> Unknown(IConfigurationSection section, string[] known) => section.GetChildren()
        .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
        .Select(child => $"{child.Path} is no setting: use one of {string.Join(", ", known)}");

    /// <summary>A section that has a value where only parts of it can have one.</summary>
    /// <param name="section">The section.</param>
    /// <param name="example">A part of it.</param>
    public static IEnumerable<string> Single(IConfigurationSection section, string example) =>
        section.Value is null ? [] : [$"{section.Path} has a value of its own: set {section.Path}:{example} and so on"];

    private static IEnumerable<string> Faults(IConfigurationSection rights, string[] known)
    {
        var (cards, limits) = (rights.GetSection(nameof(RightsOptions.Cards)), rights.GetSection(nameof(RightsOptions.Limits)));
        string[] lists = [nameof(RightsOptions.Scopes), nameof(RightsOptions.Fields), .. OfCards.Select(name => $"{nameof(RightsOptions.Cards)}:{name}")];
        return
        [
            .. Unknown(rights, known), .. Unknown(cards, OfCards), .. Unknown(limits, Limits), .. Single(cards, OfCards[0]), .. Single(limits, Limits[0]),
            .. lists.SelectMany(list => Single(rights.GetSection(list), "0")),
        ];
    }
}
