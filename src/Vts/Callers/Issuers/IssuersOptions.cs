using Microsoft.Extensions.Configuration;

namespace Vts.Callers.Issuers;

/// <summary>All issuers. Configuration section <c>Callers:Issuers</c>, by name.</summary>
public sealed class IssuersOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = $"{CallersOptions.Section}:{CallersOptions.Issuers}";

    /// <summary>The issuers by name.</summary>
    public IDictionary<string, IssuerOptions> Issuers { get; } = new Dictionary<string, IssuerOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the issuers from the configuration.</summary>
    internal void Bind(IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection(Section).GetChildren())
        {
            var issuer = new IssuerOptions();
            child.Bind(issuer);
            Issuers.Add(child.Key, issuer);
        }
    }
}
