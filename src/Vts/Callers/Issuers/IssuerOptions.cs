namespace Vts.Callers.Issuers;

/// <summary>An issuer whose access tokens are accepted. Configuration <c>Callers:Issuers:{name}</c>.</summary>
public sealed class IssuerOptions
{
    /// <summary>The issuer's URL, exactly as in the claim <c>iss</c>; discovery is below it. <c>http</c> for this machine only.</summary>
    public string? Authority { get; set; }

    /// <summary>Whom tokens must be for: any of these. At least one.</summary>
    public IList<string> Audiences { get; } = [];

    /// <summary>The algorithms of signatures that are accepted; RS, PS and ES with 256, 384 and 512, where none is named.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>How access tokens are known. Default <c>Rfc9068</c>.</summary>
    public IssuerProfile Profile { get; set; }

    /// <summary>How far the issuer's clock may be from ours. 0 to 300 seconds, default 60.</summary>
    public int ClockSkewSeconds { get; set; } = 60;

    /// <summary>How often the issuer's keys are fetched again. 1 to 1440 minutes, default 60.</summary>
    public int RefreshMinutes { get; set; } = 60;

    /// <summary>How long the last known keys serve while the issuer cannot be reached. 1 to 10080 minutes, default 1440, not less than <see cref="RefreshMinutes"/>.</summary>
    public int KeysSurviveMinutes { get; set; } = 1440;

    /// <summary>How long a fetch of the keys may take, discovery and all. 1 to 20 seconds, default 5.</summary>
    public int TimeoutSeconds { get; set; } = 5;

    /// <summary>Whether the token's own scopes narrow those of its grant. Default false.</summary>
    public bool ScopesFromToken { get; set; }

    /// <summary>What stands before <c>cards:read</c> in the token's scopes, as a resource server's name and a slash. Default nothing.</summary>
    public string ScopePrefix { get; set; } = "";

    /// <summary>What whose tokens may read. At least one.</summary>
    public IList<GrantOptions> Grants { get; } = [];

    internal IReadOnlyList<string> AllowedAlgorithms => Algorithms.Count == 0 ? SigningAlgorithms.All : [.. Algorithms];
}
