using System.ComponentModel.DataAnnotations;

namespace Extend;

/// <summary>A setting that is a length of time, and what it may be.</summary>
internal readonly record struct DurationSetting(string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)
{
    /// <summary>The faults of all that are out of their range.</summary>
    public static IEnumerable<ValidationResult> Faults(params IEnumerable<DurationSetting> settings) => settings
        .Where(setting => setting.Value < setting.Least || setting.Value > setting.Most)
        .Select(setting => new ValidationResult($"must be between {setting.Least:c} and {setting.Most:c}", [setting.Name]));
}
