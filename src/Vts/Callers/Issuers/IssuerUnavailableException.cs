namespace Vts.Callers.Issuers;

/// <summary>Nobody can say whether a token is good: the issuer cannot be asked for its keys, and none that is known serves.</summary>
/// <param name="issuer">The issuer's name.</param>
/// <param name="fault">Why it cannot be asked.</param>
public sealed class IssuerUnavailableException(string issuer, string fault) : Exception($"The keys of issuer {issuer} are not known. {fault}");
