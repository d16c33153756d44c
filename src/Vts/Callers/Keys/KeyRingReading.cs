namespace Vts.Callers.Keys;

/// <summary>One reading of the key store, made ready to be asked.</summary>
internal sealed record KeyRingReading(string Version, CredentialIndex Credentials, DateTimeOffset AsOf)
{
    /// <summary>The reading without those keys.</summary>
    public static KeyRingReading Of(KeySet read, DateTimeOffset asOf, IReadOnlySet<string> without) =>
        new(read.Version, new CredentialIndex(read.Keys.Where(key => !without.Contains(key.Id)).Select(Credential.Of)), asOf);
}
