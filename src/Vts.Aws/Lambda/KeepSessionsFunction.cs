using Extend;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda;

/// <summary>The function that a schedule calls to renew the sessions in use before they run out.</summary>
public sealed class KeepSessionsFunction : IInvocationHandler
{
    private static readonly Outcome Done = new("{}"u8.ToArray(), Operation: "keepSessions");

    private readonly ExtendAccounts _accounts;

    internal KeepSessionsFunction(ExtendAccounts accounts) => _accounts = accounts;

    /// <summary>Runs until Lambda ends the process; the exit code.</summary>
    public static Task<int> RunAsync() => LambdaProcess.RunAsync(StartAsync);

    async Task<Outcome> IInvocationHandler.HandleAsync(Invocation invocation, CancellationToken deadline)
    {
        await _accounts.Keeper.KeepAsync(deadline);
        return Done;
    }

    private static async Task<IServiceProvider> StartAsync(RuntimeApi api, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        await configuration.AddFunctionSettingsAsync(cancellationToken);
        var services = new ServiceCollection().AddMetrics().AddLambda(api).AddAwsStores(configuration).AddExtend(configuration);
        services.AddSingleton<IInvocationHandler>(provider => new KeepSessionsFunction(provider.GetRequiredService<ExtendAccounts>()));
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider;
    }
}
