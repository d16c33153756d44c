using Microsoft.Extensions.Configuration;
using Vts.Callers.Issuers;
using Vts.Startup;

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

    private static IEnumerable<string> Faults(IConfigurationSection rights, string[] known)
    {
        var (cards, limits) = (rights.GetSection(nameof(RightsOptions.Cards)), rights.GetSection(nameof(RightsOptions.Limits)));
        string[] lists = [nameof(RightsOptions.Scopes), nameof(RightsOptions.Fields), .. OfCards.Select(name => $"{nameof(RightsOptions.Cards)}:{name}")];
        return
        [
            .. SettingShape.Unknown(rights, known), .. SettingShape.Unknown(cards, OfCards), .. SettingShape.Unknown(limits, Limits), .. SettingShape.OwnValue(cards, OfCards[0]), .. SettingShape.OwnValue(limits, Limits[0]),
            .. lists.SelectMany(list => SettingShape.OwnValue(rights.GetSection(list), "0")),
        ];
    }
}
