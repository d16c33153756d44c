namespace Extend.Sessions;

/// <summary>A session's access token, and when to stop using it.</summary>
/// <param name="value">The token as Extend gave it.</param>
/// <param name="usableUntil">UTC; shortly before Extend's own expiry.</param>
internal sealed class AccessToken(string value, DateTimeOffset usableUntil)
{
    public string Value => value;

    public bool IsUsableAt(DateTimeOffset now) => now < usableUntil;
}
