namespace Vts.Server.Health;

/// <summary>How one issuer of tokens stands.</summary>
/// <param name="Status"><c>ready</c>; <c>stale</c> while it does not answer and its last known keys serve; <c>away</c> where none do.</param>
/// <param name="KeysAgeSeconds">How long ago its keys were fetched, in whole seconds.</param>
internal sealed record IssuerHealth(string Status, long? KeysAgeSeconds);
