namespace Extend.Sessions;

/// <summary>Body of <c>POST /renewauth</c>.</summary>
internal sealed record RenewRequest(string RefreshToken);
