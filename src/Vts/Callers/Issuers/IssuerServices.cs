using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Extend;

namespace Vts.Callers.Issuers;

/// <summary>Registers what validates OAuth tokens, where the configuration names an issuer, and nothing where it names none.</summary>
public static class IssuerServices
{
    /// <summary>Whether the configuration names an issuer.</summary>
    public static bool HasIssuers(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.GetSection(IssuersOptions.Section).Exists();
    }

    internal static IServiceCollection AddIssuers(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.HasIssuers())
        {
            return services;
        }

        services.AddOptions<IssuersOptions>().Configure(options => options.Bind(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IssuersOptions>, IssuersOptionsValidator>();
        services.AddSingleton<IssuerTransport>();
        services.AddSingleton<IssuerMetrics>();
        services.AddSingleton<IssuerDiscovery>();
        return services.AddSingleton(provider => new TrustedIssuers(
            provider.GetRequiredService<IOptions<IssuersOptions>>(),
            provider.GetRequiredService<IOptions<ExtendOptions>>(),
            provider.GetRequiredService<IssuerDiscovery>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IssuerKeys>>()));
    }
}
