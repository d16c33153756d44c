namespace Vts.Callers.Issuers;

/// <summary>The algorithms of JWS that may be allowed: those with a public key. <c>none</c> and <c>HS*</c> are not among them.</summary>
internal static class SigningAlgorithms
{
    public static IReadOnlyList<string> All { get; } = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
}
