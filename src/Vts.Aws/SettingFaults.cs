using Extend;
using Microsoft.Extensions.Options;
using Vts.Callers.Keys;
using SessionOptions = Extend.Sessions.SessionOptions;

namespace Vts.Aws;

/// <summary>Names the settings that do not do by their whole keys, as <c>Extend:Retries</c>.</summary>
public static class SettingFaults
{
    // Generated validators name a setting within its section only.
    private static readonly Dictionary<Type, string> Sections = new()
    {
        [typeof(ExtendOptions)] = ExtendOptions.Section,
        [typeof(SessionOptions)] = SessionOptions.Section,
        [typeof(SessionStoreOptions)] = SessionStoreOptions.Section,
        [typeof(KeysOptions)] = KeysOptions.Section,
    };

    /// <summary>A line for each fault.</summary>
    public static string[] Lines(OptionsValidationException invalid)
    {
        ArgumentNullException.ThrowIfNull(invalid);
        return Sections.TryGetValue(invalid.OptionsType, out var section)
            ? [.. invalid.Failures.Select(failure => $"{section}:{failure}")]
            : [.. invalid.Failures];
    }
}
