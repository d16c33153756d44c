using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Vts.Callers.Issuers;

/// <summary>Checks all issuers, and reports all faults at once.</summary>
public sealed class IssuersOptionsValidator(IConfiguration configuration) : IValidateOptions<IssuersOptions>
{
    private readonly RightsFaults _rights = new(configuration);
    private readonly string[] _shape = [.. configuration.GetSection(IssuersOptions.Section).GetChildren().SelectMany(IssuerShape.Faults)];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, IssuersOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults =
        [
            .. options.Issuers.SelectMany(issuer => IssuerFaults.Of(issuer.Key, $"{IssuersOptions.Section}:{issuer.Key}", issuer.Value)),
            .. options.Issuers.SelectMany(issuer => issuer.Value.Grants.SelectMany((grant, i) =>
                _rights.Of($"{IssuersOptions.Section}:{issuer.Key}:{nameof(IssuerOptions.Grants)}:{i}", grant))),
            .. _shape,
            .. Repeated(options),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Repeated(IssuersOptions options) => options.Issuers
        .GroupBy(issuer => issuer.Value.Authority, StringComparer.Ordinal)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => $"{IssuersOptions.Section}:{string.Join(" and ", group.Select(issuer => issuer.Key))} have the same Authority: "
            + "put their audiences and grants under one name");
}
