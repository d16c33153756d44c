using Extend;
using Microsoft.Extensions.Configuration;
using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>What is wrong with rights that someone has configured.</summary>
internal sealed class RightsFaults(IConfiguration configuration)
{
    // From the configuration itself: the accounts' own faults are told beside these, not instead of them.
    private readonly string[] _accounts =
        [.. configuration.GetSection($"{ExtendOptions.Section}:{nameof(ExtendOptions.Accounts)}").GetChildren().Select(account => account.Key)];

    /// <summary>The faults.</summary>
    /// <param name="path">What the rights are called where they were written.</param>
    /// <param name="rights">The rights.</param>
    public IEnumerable<string> Of(string path, RightsOptions rights) =>
    [
        .. OfAccount(path, rights.Account),
        .. rights.Scopes.Count == 0 ? [] : RuleFaults.OfScopes($"{path}:{nameof(rights.Scopes)}", [.. rights.Scopes]),
        .. RuleFaults.Of($"{path}:{nameof(rights.Cards)}", rights.Cards.ToRule()),
        .. RuleFaults.Of($"{path}:{nameof(rights.Fields)}", rights.FieldRule),
        .. rights.Limits.Faults($"{path}:{nameof(rights.Limits)}"),
    ];

    private IEnumerable<string> OfAccount(string path, string? account)
    {
        if (account is null && _accounts.Length > 1)
        {
            yield return $"{path}:{nameof(RightsOptions.Account)} is missing: name one of {string.Join(", ", _accounts)}";
        }
        else if (account is not null && !_accounts.Contains(account, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{path}:{nameof(RightsOptions.Account)} names no account under Extend:Accounts: use one of {string.Join(", ", _accounts)}";
        }
    }
}
