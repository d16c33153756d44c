using System.Collections.Frozen;
using Vts.Callers.Rules;

namespace Vts.Callers.Keys;

/// <summary>
/// Finds a credential by its token's hash. The work is the same for every token, found or not, and does not grow with their number.
/// </summary>
internal sealed class CredentialIndex
{
    // What a token that is unknown is compared with: as much work as one that is known, and never equal.
    private static readonly Credential Nobody = Credential.Of(new KeyRecord
    {
        Id = "", Name = "", Account = "", Sha256 = TokenHash.Of(ApiKey.New()).ToString(),
        Scopes = Scopes.None, Cards = CardRule.All, Fields = FieldRule.All, Created = default, Revoked = default(DateTimeOffset),
    });

    private readonly FrozenDictionary<ulong, Credential> _credentials;

    public CredentialIndex(IEnumerable<Credential> credentials) => _credentials = credentials
        .DistinctBy(credential => credential.Hash.Start)
        .ToFrozenDictionary(credential => credential.Hash.Start);

    public int Count => _credentials.Count;

    /// <summary>Whether this is the hash of a known token; if it is not, the credential is nobody's.</summary>
    public bool TryFind(TokenHash hash, out Credential credential)
    {
        credential = _credentials.GetValueOrDefault(hash.Start, Nobody);
        return credential.Hash.FixedTimeEquals(hash);
    }
}
