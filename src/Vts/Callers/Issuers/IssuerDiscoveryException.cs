namespace Vts.Callers.Issuers;

/// <summary>An issuer's keys could not be fetched.</summary>
/// <param name="kind">What went wrong, in a word, for the metric.</param>
/// <param name="message">What went wrong. Holds nothing of what the issuer answered.</param>
/// <param name="inner">What it comes from.</param>
internal sealed class IssuerDiscoveryException(string kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong, in a word.</summary>
    public string Kind => kind;
}
