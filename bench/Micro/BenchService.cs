using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Vts.Bench.Micro;

/// <summary>The service's own registrations without a host, and how they are asked.</summary>
internal static class BenchService
{
    // As the operations' own: for callers only.
    private static readonly Endpoint Operation = new(null, new EndpointMetadataCollection(new AuthorizeAttribute()), "operation");

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

    /// <summary>Authenticates one request.</summary>
    public static async Task AuthenticateAsync(IServiceProvider services, string token, bool isKnown)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.SetEndpoint(Operation);
        context.Request.Headers["token"] = token;
        Ensure((await context.AuthenticateAsync()).Succeeded == isKnown);
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
