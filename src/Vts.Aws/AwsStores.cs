using Amazon.DynamoDBv2;
using Extend.Guard;
using Extend.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vts.Aws.DynamoDb;

namespace Vts.Aws;

/// <summary>Registers the stores on AWS, where the configuration asks for them.</summary>
public static class AwsStores
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Keeps sessions and the guard's states in DynamoDB if <c>Sessions:Store</c> says so; call it before <c>AddVts</c>.</summary>
    public static IServiceCollection AddAwsStores(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(SessionStoreOptions.Section);
        services.AddOptions<SessionStoreOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionStoreOptions>, SessionStoreOptionsValidator>();
        return Enum.TryParse<SessionStoreKind>(section[nameof(SessionStoreOptions.Store)], ignoreCase: true, out var store) && store is SessionStoreKind.DynamoDb
            ? services.AddDynamoDb()
            : services;
    }

    private static IServiceCollection AddDynamoDb(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { Timeout = CallTimeout, MaxErrorRetry = 1 }));
        services.AddSingleton<AccountTable>();
        services.AddSingleton(provider => new TokenCipher(provider.GetRequiredService<IOptions<SessionStoreOptions>>().Value));
        services.AddSingleton<DynamoDbSessionStore>();
        services.AddSingleton<ISessionStore>(provider => new SteadySessionStore(
            provider.GetRequiredService<DynamoDbSessionStore>(), provider.GetRequiredService<ILogger<SteadySessionStore>>()));
        return services.AddSingleton<IGuardStore, DynamoDbGuardStore>();
    }
}
