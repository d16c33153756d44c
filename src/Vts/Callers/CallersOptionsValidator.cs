using Extend;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Vts.Callers.Keys;

namespace Vts.Callers;

/// <summary>Checks the known tokens against each other and against the accounts, and reports all faults at once.</summary>
public sealed class CallersOptionsValidator(IConfiguration configuration) : IValidateOptions<CallersOptions>
{
    // From the configuration itself: the accounts' own faults are told beside these, not instead of them.
    private readonly string[] _accounts =
        [.. configuration.GetSection($"{ExtendOptions.Section}:{nameof(ExtendOptions.Accounts)}").GetChildren().Select(account => account.Key)];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CallersOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. options.Known.SelectMany(Faults), .. Repeated(options.Known)];
        return options.Known.Count == 0 && configuration.KeyStore() is KeyStoreKind.None
            ? ValidateOptionsResult.Fail(
                "Callers names nobody: set Callers:0:Name and Callers:0:TokenSha256 "
                + "(printf %s \"$TOKEN\" | sha256sum), or Callers:Keys:Store for API keys, so that someone may ask")
            : faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Faults(CallerOptions caller, int index)
    {
        if (string.IsNullOrWhiteSpace(caller.Name))
        {
            yield return $"Callers:{index}:Name is missing: give the caller a name";
        }

        if (caller.TokenSha256 is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigit))
        {
            yield return $"Callers:{index}:TokenSha256 must be the 64 hexadecimal digits of the token's SHA-256 (printf %s \"$TOKEN\" | sha256sum)";
        }

        if (caller.Account is null && _accounts.Length > 1)
        {
            yield return $"Callers:{index}:Account is missing: name one of {string.Join(", ", _accounts)}";
        }
        else if (caller.Account is not null && !_accounts.Contains(caller.Account, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Callers:{index}:Account names no account under Extend:Accounts: use one of {string.Join(", ", _accounts)}";
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<CallerOptions> callers) => callers
        .Select((caller, index) => (caller.TokenSha256, index))
        .GroupBy(entry => entry.TokenSha256, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => $"Callers:{string.Join(" and ", group.Select(entry => entry.index))} have the same TokenSha256: give each caller a token of its own");
}
