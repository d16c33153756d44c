using Amazon.DynamoDBv2;
using Extend.Guard;
using Extend.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vts.Aws.DynamoDb;
using Vts.Callers.Keys;

namespace Vts.Aws;

/// <summary>Registers the stores on AWS, where the configuration asks for them.</summary>
public static class AwsStores
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Keeps sessions and the guard's states in DynamoDB if <c>Sessions:Store</c> says so, and API keys if <c>Callers:Keys:Store</c>
    /// does; call it before <c>AddVts</c>.
    /// </summary>
    public static IServiceCollection AddAwsStores(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(SessionStoreOptions.Section);
        services.AddOptions<SessionStoreOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionStoreOptions>, SessionStoreOptionsValidator>();
        if (Enum.TryParse<SessionStoreKind>(section[nameof(SessionStoreOptions.Store)], ignoreCase: true, out var store) && store is SessionStoreKind.DynamoDb)
        {
            services.AddTable().AddSessions();
        }

        if (configuration.KeyStore() is KeyStoreKind.DynamoDb)
        {
            services.AddTable().AddSingleton<IKeyStore, DynamoDbKeyStore>();
        }

        return services;
    }

    private static IServiceCollection AddTable(this IServiceCollection services)
    {
        services.TryAddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { Timeout = CallTimeout, MaxErrorRetry = 1 }));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AccountTable>();
        return services;
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton(provider => new TokenCipher(provider.GetRequiredService<IOptions<SessionStoreOptions>>().Value));
        services.AddSingleton<DynamoDbSessionStore>();
        services.AddSingleton<ISessionStore>(provider => new SteadySessionStore(
            provider.GetRequiredService<DynamoDbSessionStore>(), provider.GetRequiredService<ILogger<SteadySessionStore>>()));
        services.AddSingleton<IGuardStore, DynamoDbGuardStore>();
    }
}
