using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vts.Startup;

namespace Vts.Callers.Keys;

/// <summary>Registers what knows API keys, where the configuration says where they are kept.</summary>
public static class KeyServices
{
    /// <summary>Where the configuration says that API keys are kept.</summary>
    public static KeyStoreKind KeyStore(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Enum.TryParse<KeyStoreKind>(configuration[$"{KeysOptions.Section}:{nameof(KeysOptions.Store)}"], ignoreCase: true, out var kind) ? kind : KeyStoreKind.None;
    }

    /// <summary>Adds the key store in a file, if it is one; other hosts' stores are added before.</summary>
    public static IServiceCollection AddKeyStore(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(KeysOptions.Section);
        services.AddOptions<KeysOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeysOptions>>(new OnlyKnown<KeysOptions>(section, nameof(KeysOptions.Store), nameof(KeysOptions.File)));
        services.AddSingleton<IValidateOptions<KeysOptions>, KeysOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        if (configuration.KeyStore() is KeyStoreKind.File)
        {
            services.AddSingleton<IKeyStore>(provider => new FileKeyStore(
                provider.GetRequiredService<IOptions<KeysOptions>>().Value.File!, provider.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    /// <summary>Adds what authenticates by keys.</summary>
    internal static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKeyStore(configuration);
        if (configuration.KeyStore() is not KeyStoreKind.None)
        {
            services.AddSingleton<KeyRing>();
            services.AddSingleton<KeyUses>();
        }

        return services.AddSingleton<Credentials>();
    }
}
