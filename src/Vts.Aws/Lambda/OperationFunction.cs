using Extend;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Http;
using Vts.Aws.Lambda.Runtime;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Operations;

namespace Vts.Aws.Lambda;

/// <summary>A function that answers one operation, behind a gateway.</summary>
public static class OperationFunction
{
    /// <summary>Runs until Lambda ends the process; the exit code.</summary>
    public static Task<int> RunAsync<TOperation>()
        where TOperation : IOperation => LambdaProcess.RunAsync(StartAsync<TOperation>);

    private static async Task<IServiceProvider> StartAsync<TOperation>(RuntimeApi api, CancellationToken cancellationToken)
        where TOperation : IOperation
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        await builder.Configuration.AddFunctionSettingsAsync(cancellationToken);
        builder.Services.AddLambda(api).AddAwsStores(builder.Configuration).AddVts(builder.Configuration).AddOperation<TOperation>();
        builder.Services.AddSingleton<LambdaServer>();
        builder.Services.AddSingleton<IServer>(services => services.GetRequiredService<LambdaServer>());
        builder.Services.AddSingleton<IInvocationHandler>(services => new KeyUse(
            new SessionUse(services.GetRequiredService<LambdaServer>(), services.GetRequiredService<ExtendAccounts>(), services.GetRequiredService<ILogger<SessionUse>>()),
            services.GetService<KeyRing>(),
            services.GetService<KeyUses>(),
            services.GetService<TrustedIssuers>()));
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddSingleton<IHostLifetime, FunctionLifetime>();

        var app = builder.Build();
        app.UseVts();
        app.MapOperation<TOperation>();
        await app.StartAsync(cancellationToken);
        await app.Services.GetRequiredService<WarmUp>().RunAsync(cancellationToken);
        return app.Services;
    }
}
