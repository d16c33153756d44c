using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Lambda.Telemetry;

namespace Vts.Aws.Lambda;

/// <summary>What every function registers, whatever it does with its calls.</summary>
internal static class LambdaServices
{
    public static IServiceCollection AddLambda(this IServiceCollection services, RuntimeApi api)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(api);
        services.AddSingleton(FunctionIdentity.OfEnvironment());
        services.AddSingleton(StandardOutput.OfProcess());
        services.AddSingleton<CallMetrics>();
        services.AddSingleton<InvocationRecord>();
        services.AddSingleton<InvocationLoop>();
        return services.AddLogging(static logging =>
        {
            logging.SetMinimumLevel(LogLevels.OfEnvironment());
            logging.Services.AddSingleton<ILoggerProvider, LambdaLog>();
        });
    }
}
