namespace Vts.Callers.Issuers;

/// <summary>What is wrong with one issuer's settings.</summary>
internal static class IssuerFaults
{
    private const int MostNameLength = 32;
    private const int MostClockSkewSeconds = 300;
    private const int MostRefreshMinutes = 1440;
    private const int MostSurvivalMinutes = 10_080;
    private const int MostTimeoutSeconds = 20;

    /// <summary>The faults.</summary>
    /// <param name="name">The issuer's name.</param>
    /// <param name="path">What its settings are called.</param>
    /// <param name="issuer">The settings.</param>
    public static IEnumerable<string> Of(string name, string path, IssuerOptions issuer) =>
    [
        .. When(name.Length > MostNameLength || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'),
            $"{path} is no name of an issuer: use 1 to {MostNameLength} letters, digits and hyphens; it stands before the names of its callers"),
        .. OfAuthority($"{path}:{nameof(issuer.Authority)}", issuer.Authority),
        .. When(issuer.Audiences.Count == 0, $"{path}:{nameof(issuer.Audiences)}:0 is missing: say whom the tokens must be for"),
        .. issuer.Audiences.SelectMany((audience, i) => When(string.IsNullOrWhiteSpace(audience), $"{path}:{nameof(issuer.Audiences)}:{i} is empty")),
        .. issuer.Algorithms.SelectMany((algorithm, i) => When(!SigningAlgorithms.All.Contains(algorithm, StringComparer.Ordinal),
            $"{path}:{nameof(issuer.Algorithms)}:{i} is not allowed: use some of {string.Join(", ", SigningAlgorithms.All)}")),
        .. When(!Enum.IsDefined(issuer.Profile), $"{path}:{nameof(issuer.Profile)} is none: use one of {string.Join(", ", Enum.GetNames<IssuerProfile>())}"),
        .. Within($"{path}:{nameof(issuer.ClockSkewSeconds)}", issuer.ClockSkewSeconds, 0, MostClockSkewSeconds),
        .. Within($"{path}:{nameof(issuer.RefreshMinutes)}", issuer.RefreshMinutes, 1, MostRefreshMinutes),
        .. Within($"{path}:{nameof(issuer.KeysSurviveMinutes)}", issuer.KeysSurviveMinutes, 1, MostSurvivalMinutes),
        .. When(issuer.KeysSurviveMinutes < issuer.RefreshMinutes,
            $"{path}:{nameof(issuer.KeysSurviveMinutes)} must not be less than {nameof(issuer.RefreshMinutes)}, {issuer.RefreshMinutes}"),
        .. Within($"{path}:{nameof(issuer.TimeoutSeconds)}", issuer.TimeoutSeconds, 1, MostTimeoutSeconds),
        .. When(issuer.ScopePrefix.Length > 0 && !issuer.ScopesFromToken,
            $"{path}:{nameof(issuer.ScopePrefix)} has no meaning without {nameof(issuer.ScopesFromToken)}"),
        .. When(issuer.Grants.Count == 0, $"{path}:{nameof(issuer.Grants)}:0 is missing: without a grant nobody may read anything"),
        .. issuer.Grants.SelectMany((grant, i) => OfGrant($"{path}:{nameof(issuer.Grants)}:{i}", grant)),
    ];

    private static IEnumerable<string> OfGrant(string path, GrantOptions grant) =>
    [
        .. When(string.IsNullOrWhiteSpace(grant.Claim), $"{path}:{nameof(grant.Claim)} is missing: name a claim, as sub, groups or scope"),
        .. When(string.IsNullOrEmpty(grant.Value), $"{path}:{nameof(grant.Value)} is missing: say which value of the claim"),
    ];

    private static string[] OfAuthority(string path, string? authority) =>
        authority is null ? [$"{path} is missing: set the issuer's URL, exactly as its tokens' claim iss"]
        : IssuerUrl.IsSafe(authority) ? []
        : [$"{path} must be an https URL without query and fragment (http for this machine only)"];

    private static string[] Within(string path, int value, int least, int most) => When(value < least || value > most, $"{path} must be between {least} and {most}");

    private static string[] When(bool isWrong, string fault) => isWrong ? [fault] : [];
}
