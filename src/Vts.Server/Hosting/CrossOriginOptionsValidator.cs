using Microsoft.Extensions.Options;

namespace Vts.Server.Hosting;

/// <summary>Checks that each entry is an origin, as browsers write them.</summary>
internal sealed class CrossOriginOptionsValidator : IValidateOptions<CrossOriginOptions>
{
    public ValidateOptionsResult Validate(string? name, CrossOriginOptions options)
    {
        string[] faults =
        [
            .. options.Origins.Select((origin, index) => (origin, index))
                .Where(entry => entry.origin is not "*" && !IsOrigin(entry.origin))
                .Select(entry => $"{CrossOriginOptions.Section}:Origins:{entry.index} must be an origin such as https://dashboard.example, without a path, or *"),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "https" or "http" && origin.GetLeftPart(UriPartial.Authority) == text;
}
