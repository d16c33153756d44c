using Extend.Json;

namespace Extend.Sessions;

/// <summary>What <c>POST /signin</c> and <c>POST /renewauth</c> answer; the user in it is not read.</summary>
internal sealed record SignInAnswer : Envelope
{
    public string? Token { get; init; }

    public string? RefreshToken { get; init; }
}
