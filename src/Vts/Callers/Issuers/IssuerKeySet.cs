using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Vts.Callers.Issuers;

/// <summary>One fetch of an issuer's keys, made ready to validate with.</summary>
/// <param name="AsOf">When they were fetched.</param>
/// <param name="Validations">How a token is validated that names a key, by the key's name.</param>
internal sealed record IssuerKeySet(DateTimeOffset AsOf, FrozenDictionary<string, TokenValidationParameters> Validations)
{
    private const int MostKeys = 100;

    /// <summary>The keys of a published set that can be used.</summary>
    /// <exception cref="IssuerDiscoveryException">There are none.</exception>
    public static IssuerKeySet Of(JsonElement published, IssuerOptions issuer, DateTimeOffset asOf)
    {
        var keys = published.ValueKind is JsonValueKind.Object
            ? new JwtClaims(published).Items("keys").Take(MostKeys).Select(SigningKey.Of).OfType<JsonWebKey>().ToList()
            : [];
        return keys.Count > 0
            ? new IssuerKeySet(asOf, keys.GroupBy(key => key.KeyId, StringComparer.Ordinal).ToFrozenDictionary(same => same.Key, same => Validation(issuer, [.. same]), StringComparer.Ordinal))
            : throw new IssuerDiscoveryException("no_keys", "It publishes no key that can be used.");
    }

    private static TokenValidationParameters Validation(IssuerOptions issuer, SecurityKey[] keys) => new()
    {
        ValidIssuer = issuer.Authority,
        ValidAlgorithms = [.. issuer.AllowedAlgorithms],
        IssuerSigningKeys = keys,

        // By TokenClaimRule, whatever the claim is called.
        ValidateAudience = false,

        // By TokenClaimRule: the library knows no clock but the system's.
        ValidateLifetime = false,
    };
}
