namespace Extend.Sessions;

/// <summary>Body of <c>POST /signin</c>.</summary>
internal sealed record SignInRequest(string Email, string Password);
