namespace Vts.Callers.Issuers;

/// <summary>How one issuer stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Standing">Whether it answers, and whether its keys serve.</param>
/// <param name="KeysAge">How long ago its keys were fetched; null where they never were.</param>
public sealed record IssuerState(string Name, IssuerStanding Standing, TimeSpan? KeysAge);
