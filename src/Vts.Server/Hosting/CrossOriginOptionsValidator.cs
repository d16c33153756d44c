using Microsoft.Extensions.Options;
using Vts.Startup;

namespace Vts.Server.Hosting;

/// <summary>Checks that each entry is an origin, as browsers write them.</summary>
internal sealed class CrossOriginOptionsValidator(IConfiguration configuration) : IValidateOptions<CrossOriginOptions>
{
    public ValidateOptionsResult Validate(string? name, CrossOriginOptions options)
    {
        var section = configuration.GetSection(CrossOriginOptions.Section);
        string[] faults =
        [
            .. SettingShape.Unknown(section, [nameof(options.Origins)]),
            .. SettingShape.OwnValue(section.GetSection(nameof(options.Origins)), "0"),
            .. options.Origins.Select((origin, index) => (origin, index))
                .Where(entry => entry.origin is not "*" && !IsOrigin(entry.origin))
                .Select(entry => $"{CrossOriginOptions.Section}:Origins:{entry.index} must be an origin such as https://dashboard.example, without a path, or *"),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "https" or "http" && origin.GetLeftPart(UriPartial.Authority) == text;
}
