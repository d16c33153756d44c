using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>Checks the known tokens against each other and against the accounts, and reports all faults at once.</summary>
public sealed class CallersOptionsValidator(IConfiguration configuration) : IValidateOptions<CallersOptions>
{
    private readonly RightsFaults _rights = new(configuration);
    private readonly string[] _shape = [.. CallersOptions.Tokens(configuration).SelectMany(RuleShape.OfCaller)];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CallersOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. options.Known.SelectMany(Faults), .. options.Known.SelectMany((caller, index) => _rights.Of($"{CallersOptions.Section}:{index}", caller)), .. _shape, .. Repeated(options.Known)];
        return options.Known.Count == 0 && configuration.KeyStore() is KeyStoreKind.None && !configuration.HasIssuers()
            ? ValidateOptionsResult.Fail(
                "Callers names nobody: set Callers:0:Name and Callers:0:TokenSha256 "
                + "(printf %s \"$TOKEN\" | sha256sum), or Callers:Keys:Store for API keys, or Callers:Issuers for OAuth, so that someone may ask")
            : faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Faults(CallerOptions caller, int index)
    {
        if (string.IsNullOrWhiteSpace(caller.Name))
        {
            yield return $"Callers:{index}:Name is missing: give the caller a name";
        }

        if (!TokenHash.IsHex(caller.TokenSha256))
        {
            yield return $"Callers:{index}:TokenSha256 must be the 64 hexadecimal digits of the token's SHA-256 (printf %s \"$TOKEN\" | sha256sum)";
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<CallerOptions> callers) => callers
        .Select((caller, index) => (caller.TokenSha256, index))
        .GroupBy(entry => entry.TokenSha256, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => $"Callers:{string.Join(" and ", group.Select(entry => entry.index))} have the same TokenSha256: give each caller a token of its own");
}
