namespace Vts.Callers.Issuers;

/// <summary>What whoever has a claim may read. Configuration <c>Callers:Issuers:{name}:Grants:{i}</c>; of an issuer's grants the first that fits is given.</summary>
public sealed class GrantOptions : RightsOptions
{
    /// <summary>The claim's name, as <c>sub</c>, <c>client_id</c>, <c>groups</c>, <c>cognito:groups</c>, <c>scope</c>, <c>scp</c>, <c>roles</c>.</summary>
    public string? Claim { get; set; }

    /// <summary>The claim's value, exactly; of a list any member, of <c>scope</c> and <c>scp</c> any of the words.</summary>
    public string? Value { get; set; }
}
