using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Vts.Startup;

/// <summary>Refuses settings of a section that are none: what is misspelt would do nothing, and nobody would be told.</summary>
/// <param name="section">The section.</param>
/// <param name="known">The settings that there are.</param>
public sealed class OnlyKnown<TOptions>(IConfigurationSection section, params string[] known) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] faults = [.. SettingShape.Unknown(section, known)];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
