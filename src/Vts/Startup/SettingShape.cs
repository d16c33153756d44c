using Microsoft.Extensions.Configuration;

namespace Vts.Startup;

/// <summary>Finds what binding would pass over in silence: a name that is no setting, and a value where a list or parts are due.</summary>
public static class SettingShape
{
    /// <summary>Those children of the section that are no setting.</summary>
    /// <param name="section">The section.</param>
    /// <param name="known">The settings that there are.</param>
    public static IEnumerable<string> Unknown(IConfigurationSection section, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.GetChildren()
            .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is no setting: use one of {string.Join(", ", known)}");
    }

    /// <summary>A section that has a value where only parts of it can have one.</summary>
    /// <param name="section">The section.</param>
    /// <param name="example">A part of it.</param>
    public static IEnumerable<string> OwnValue(IConfigurationSection section, string example)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Value is null ? [] : [$"{section.Path} has a value of its own: set {section.Path}:{example} and so on"];
    }
}
