using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Lambda.Telemetry;

namespace Vts.Aws.Lambda;

/// <summary>A function's life: it starts, or says why it cannot, and then takes calls until Lambda ends it.</summary>
internal static partial class LambdaProcess
{
    private const string Elsewhere =
        """
        This is a function of VTS for AWS Lambda; it takes its calls from where AWS_LAMBDA_RUNTIME_API says, and that is not set.
        To call it on this machine: dotnet run --project deploy/LocalGateway -- invoke --help
        """;

    /// <summary>Runs the function; the process's exit code.</summary>
    /// <param name="start">Puts it together.</param>
    public static async Task<int> RunAsync(Func<RuntimeApi, CancellationToken, Task<IServiceProvider>> start)
    {
        using var api = RuntimeApi.OfEnvironment();
        if (api is null)
        {
            await Console.Error.WriteLineAsync(Elsewhere);
            return 1;
        }

        MemoryLimit.Apply();
        using var log = new LambdaLog(StandardOutput.OfProcess(), TimeProvider.System);
        var logger = log.CreateLogger(typeof(LambdaProcess).FullName!);
        try
        {
            return await RunAsync(api, start, logger);
        }
        catch (RuntimeApiException fault)
        {
            LogEnded(logger, fault.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(RuntimeApi api, Func<RuntimeApi, CancellationToken, Task<IServiceProvider>> start, ILogger log)
    {
        IServiceProvider services;
        try
        {
            services = await start(api, CancellationToken.None);
        }
        catch (Exception fault)
        {
            var error = StartFault.Of(fault);
            LogNotStarted(log, error.ErrorMessage, error.ErrorType == StartFault.Configuration ? null : fault);
            await api.FailInitAsync(error, CancellationToken.None);
            return 1;
        }

        var concurrency = Concurrency.OfEnvironment();
        Concurrency.PrepareThreads(concurrency);
        await services.GetRequiredService<InvocationLoop>().RunAsync(concurrency, CancellationToken.None);
        return 0;
    }

    [LoggerMessage(1, LogLevel.Critical, "The function cannot start: {Reason}")]
    private static partial void LogNotStarted(ILogger log, string reason, Exception? fault);

    [LoggerMessage(2, LogLevel.Critical, "The function ends: {Reason}")]
    private static partial void LogEnded(ILogger log, string reason);
}
