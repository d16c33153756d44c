using System.Diagnostics.Metrics;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Extend;
using Extend.Guard;
using Extend.Sessions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vts.Audit;
using Vts.Callers;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Callers.Limits;
using Vts.Errors;
using Vts.Freshness;
using Vts.Operations;
using Vts.Queries;
using Vts.Requests;
using Vts.Text;

namespace Vts;

/// <summary>What every host of the service registers.</summary>
public static class VtsServices
{
    /// <summary>Adds the service: Extend's accounts, the callers, the readers, and what the pipeline needs.</summary>
    public static IServiceCollection AddVts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddExtend(configuration);

        services.AddOptions<CallersOptions>().Configure(options => options.Bind(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CallersOptions>, CallersOptionsValidator>();
        services.AddSingleton<KnownCallers>();
        services.AddIssuers(configuration);
        services.AddKeys(configuration);

        services.AddOptions<FreshnessOptions>().Bind(configuration.GetSection(FreshnessOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FreshnessOptions>, FreshnessOptionsValidator>();
        services.AddSingleton<KeptReads>();

        services.AddQueries(configuration);

        services.AddLimits(configuration);
        services.AddAudit();

        services.AddRoutingCore();
        services.AddSingleton<MatcherPolicy, ExactPath>();
        services.AddExceptionHandler<FaultHandler>();
        services.ConfigureHttpJsonOptions(ConfigureJson);
        return services.AddLogging(QuietLogs);
    }

    /// <summary>Adds Extend's accounts alone, for a host that answers no requests.</summary>
    public static IServiceCollection AddExtend(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ExtendOptions>().Bind(configuration.GetSection(ExtendOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ExtendOptions>, ExtendOptionsValidator>();
        services.AddOptions<SessionOptions>().Bind(configuration.GetSection(SessionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>();
        services.TryAddSingleton<ISessionStore, MemorySessionStore>();
        services.TryAddSingleton<IGuardStore, MemoryGuardStore>();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(provider => new ExtendAccounts(
            provider.GetRequiredService<IOptions<ExtendOptions>>().Value,
            provider.GetRequiredService<IOptions<SessionOptions>>().Value,
            provider.GetRequiredService<ISessionStore>(),
            provider.GetRequiredService<IGuardStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<ILoggerFactory>()));
    }

    /// <summary>Adds what one operation needs to read.</summary>
    public static IServiceCollection AddOperation<TOperation>(this IServiceCollection services)
        where TOperation : IOperation
    {
        TOperation.Register(services);
        return services;
    }

    private static void QuietLogs(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // It would make an activity and a log scope for each request, which nobody reads.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // Told by us, in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
    }

    private static void ConfigureJson(JsonOptions options)
    {
        // Answers are never put into a page: other scripts stay readable.
        options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        options.SerializerOptions.Converters.Add(new UtcMillisecondsConverter());
        options.SerializerOptions.TypeInfoResolverChain.Insert(0, ProblemJson.Default);
    }
}
