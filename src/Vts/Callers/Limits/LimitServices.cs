using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Startup;

namespace Vts.Callers.Limits;

/// <summary>Registers the limits.</summary>
internal static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(LimitOptions.Section);
        services.AddOptions<LimitOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>>(new OnlyKnown<LimitOptions>(
            section, nameof(LimitOptions.RequestsPerSecond), nameof(LimitOptions.Burst), nameof(LimitOptions.Concurrency), nameof(LimitOptions.FailedAuthenticationsPerMinute)));
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddSingleton<CallerLimiter>();
        return services.AddSingleton<AddressLimiter>();
    }
}
