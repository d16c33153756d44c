using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vts.Callers;
using Vts.Callers.Limits;

namespace Vts.Bench.Micro;

/// <summary>The service's own registrations without a host, and how they are asked.</summary>
internal static class BenchService
{
    // As the operations' own: for callers only.
    private static readonly Endpoint Operation = new(null, new EndpointMetadataCollection(CallerNeed.Mark), "operation");

    public static ServiceProvider Build(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Extend:Accounts:main:BearerToken", "none"), .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddMetrics();
        services.AddVts(configuration);
        return services.BuildServiceProvider();
    }

    /// <summary>The step of the pipeline that names the caller.</summary>
    public static Authentication Step(IServiceProvider services) => new(
        static _ => Task.CompletedTask, services.GetRequiredService<Credentials>(), services.GetRequiredService<AddressLimiter>());

    /// <summary>Authenticates one request; one that is refused gets its answer.</summary>
    public static async Task AuthenticateAsync(Authentication step, string token, bool isKnown)
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(Operation);
        context.Request.Headers["token"] = token;
        await step.InvokeAsync(context);
        Ensure(context.Features.Get<Caller>() is not null == isKnown);
    }

    /// <summary>Does the same on several threads at once.</summary>
    public static Task AtOnceAsync(int threads, Func<Task> work) => Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(work)));

    /// <summary>Ends a benchmark that measures something else than it says.</summary>
    public static void Ensure(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidOperationException("The benchmark measures something else than it says.");
        }
    }
}
