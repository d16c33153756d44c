using Microsoft.Extensions.Configuration;
using Vts.Callers.Rules;
using Vts.Startup;

namespace Vts.Callers.Issuers;

/// <summary>Finds what the binding of an issuer's settings would pass over in silence.</summary>
internal static class IssuerShape
{
    private static readonly string[] Lists = [nameof(IssuerOptions.Audiences), nameof(IssuerOptions.Algorithms)];

    private static readonly string[] Issuer =
    [
        nameof(IssuerOptions.Authority), .. Lists, nameof(IssuerOptions.Profile), nameof(IssuerOptions.ClockSkewSeconds), nameof(IssuerOptions.RefreshMinutes),
        nameof(IssuerOptions.KeysSurviveMinutes), nameof(IssuerOptions.TimeoutSeconds), nameof(IssuerOptions.ScopesFromToken), nameof(IssuerOptions.ScopePrefix),
        nameof(IssuerOptions.Grants),
    ];

    public static IEnumerable<string> Faults(IConfigurationSection issuer)
    {
        var grants = issuer.GetSection(nameof(IssuerOptions.Grants));
        return
        [
            .. SettingShape.Unknown(issuer, Issuer), .. SettingShape.OwnValue(issuer, nameof(IssuerOptions.Authority)),
            .. Lists.SelectMany(list => SettingShape.OwnValue(issuer.GetSection(list), "0")), .. SettingShape.OwnValue(grants, "0:Claim"),
            .. grants.GetChildren().SelectMany(RuleShape.OfGrant),
        ];
    }
}
