namespace Vts.Callers.Keys;

/// <summary>A token that is known, and whom it stands for.</summary>
/// <param name="Hash">The token's hash.</param>
/// <param name="Caller">The caller; one object for all its requests.</param>
/// <param name="Key">What is stored of it; null for a token of the configuration.</param>
public sealed record Credential(TokenHash Hash, Caller Caller, KeyRecord? Key)
{
    /// <summary>The credential of a stored key.</summary>
    public static Credential Of(KeyRecord key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(TokenHash.Parse(key.Sha256), new Caller(key.Name, key.Account)
        {
            KeyId = key.Id, Scopes = key.Scopes, Cards = key.Cards, Fields = key.Fields, Limits = key.Limits, Ends = key.Expires,
        }, key);
    }

    /// <summary>Whether it opens anything at this time.</summary>
    public KeyState StateAt(DateTimeOffset now) => Key?.StateAt(now) ?? KeyState.Live;
}
