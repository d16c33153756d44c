using Microsoft.Extensions.Configuration;

namespace Vts.Callers;

/// <summary>All known tokens. Configuration section <c>Callers</c>, a list, with settings of other kinds beside it.</summary>
public sealed class CallersOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Callers";

    /// <summary>The part of the section that says where API keys are kept.</summary>
    public const string Keys = "Keys";

    /// <summary>The part of the section that names the issuers of OAuth tokens.</summary>
    public const string Issuers = "Issuers";

    // Parts of the section that are not known tokens.
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase) { Keys, Issuers };

    /// <summary>The known tokens, each with its caller.</summary>
    public IList<CallerOptions> Known { get; } = [];

    /// <summary>Takes the known tokens from the configuration.</summary>
    internal void Bind(IConfiguration configuration)
    {
        foreach (var child in Tokens(configuration))
        {
            var known = new CallerOptions();
            child.Bind(known);
            Known.Add(known);
        }
    }

    /// <summary>The parts of the configuration that are known tokens.</summary>
    internal static IEnumerable<IConfigurationSection> Tokens(IConfiguration configuration) =>
        configuration.GetSection(Section).GetChildren().Where(child => !Others.Contains(child.Key));
}
