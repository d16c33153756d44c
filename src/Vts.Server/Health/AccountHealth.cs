namespace Vts.Server.Health;

/// <summary>How one account stands.</summary>
/// <param name="Status"><c>ready</c>, or the code of the problem that callers would meet.</param>
/// <param name="Guard">For a login by password: <c>open</c>, or the code of the problem that closed sign-in.</param>
/// <param name="ApiKeyDaysLeft">For an API key whose end is configured: whole days until then.</param>
internal sealed record AccountHealth(string Status, string? Guard, int? ApiKeyDaysLeft);
