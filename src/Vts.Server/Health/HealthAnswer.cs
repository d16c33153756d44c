namespace Vts.Server.Health;

/// <summary>What the health paths answer.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>unready</c>.</param>
/// <param name="Accounts">For readiness: each account with <c>ready</c>, or the code of the problem its callers would meet.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string>? Accounts = null);
