namespace Extend.Accounts;

/// <summary>One Extend login: an API key, an e-mail and password, or a bearer token. Exactly one of the three.</summary>
public sealed class AccountOptions
{
    /// <summary>Extend's address for this account; overrides <see cref="ExtendOptions.BaseUrl"/>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The API key, for the current door.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The API key's secret.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>The day on which the API key ends, as Extend told it; a key lives 365 days. Warnings come before it.</summary>
    public DateOnly? ApiKeyExpires { get; set; }

    /// <summary>The user's e-mail, for the older door.</summary>
    public string? Email { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>A bearer token obtained elsewhere, for the current door. It is used as it is and never renewed.</summary>
    public string? BearerToken { get; set; }

    internal bool HasApiKey => !string.IsNullOrEmpty(ApiKey) || !string.IsNullOrEmpty(ApiSecret);

    internal bool HasPassword => !string.IsNullOrEmpty(Email) || !string.IsNullOrEmpty(Password);

    internal bool HasBearerToken => !string.IsNullOrEmpty(BearerToken);

    internal IEnumerable<(string Setting, string Trouble)> Faults()
    {
        if (BaseUrl is not null && BaseAddress.Fault(BaseUrl) is { } fault)
        {
            yield return (":BaseUrl", fault);
        }

        var credentials = (HasApiKey ? 1 : 0) + (HasPassword ? 1 : 0) + (HasBearerToken ? 1 : 0);
        if (credentials != 1)
        {
            yield return ("", credentials == 0
                ? "names no login: set ApiKey and ApiSecret (recommended), or Email and Password, or BearerToken"
                : "names more than one login: keep either ApiKey and ApiSecret, or Email and Password, or BearerToken");
            yield break;
        }

        foreach (var (value, setting) in Required())
        {
            if (string.IsNullOrEmpty(value))
            {
                yield return (setting, "is missing; set it beside the rest of this login");
            }
            else if (!IsHeaderSafe(value))
            {
                yield return (setting, "holds a control character; check how it was copied");
            }
        }

        if (HasApiKey && ApiKey?.Contains(':') == true)
        {
            yield return (":ApiKey", "holds a colon, which an API key cannot");
        }
    }

    private (string? Value, string Setting)[] Required() =>
        HasApiKey ? [(ApiKey, ":ApiKey"), (ApiSecret, ":ApiSecret")]
        : HasPassword ? [(Email, ":Email"), (Password, ":Password")]
        : [(BearerToken, ":BearerToken")];

    private static bool IsHeaderSafe(string value) => !value.Any(char.IsControl);
}
