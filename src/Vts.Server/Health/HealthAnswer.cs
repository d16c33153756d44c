namespace Vts.Server.Health;

/// <summary>What the health paths answer.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>unready</c>.</param>
/// <param name="Accounts">For readiness: each account.</param>
/// <param name="SessionStore">For readiness, where sessions are shared: <c>ready</c>, or <c>away</c> while this process goes on without it.</param>
/// <param name="KeyStore">For readiness, where API keys are kept: <c>ready</c>; <c>stale</c> while it cannot be read, or is wrong, and the
/// last good reading is in force; <c>away</c> where there is none, which is unready.</param>
/// <param name="Issuers">For readiness, where issuers of tokens are configured: each of them. One that is away is unready.</param>
internal sealed record HealthAnswer(
    string Status, IReadOnlyDictionary<string, AccountHealth>? Accounts = null, string? SessionStore = null, string? KeyStore = null,
    IReadOnlyDictionary<string, IssuerHealth>? Issuers = null);
