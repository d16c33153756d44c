using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Vts.Bench.Micro;

/// <summary>
/// Authenticating a request, from its headers to its caller, on two threads at once: by an API key of a store of one, a thousand and a
/// hundred thousand, by one that is unknown, and, to compare with, by a handler that accepts whatever comes.
/// </summary>
public class AuthenticationBenchmark
{
    private const int Requests = 10_000;
    private const int Threads = 2;

    private ServiceProvider _bare = null!;
    private KeyedService _vts = null!;

    /// <summary>How many keys the store has.</summary>
    [Params(1, 1_000, 100_000)]
    public int Keys { get; set; }

    /// <summary>Makes the store.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _bare = BareService.Build();
        _vts = await KeyedService.StartAsync(Keys);
    }

    /// <summary>Takes it away.</summary>
    [GlobalCleanup]
    public void Stop()
    {
        _bare.Dispose();
        _vts.Dispose();
    }

    /// <summary>What the framework itself costs.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Requests * Threads)]
    public Task AcceptAnything() => AuthenticateAsync(_bare, _vts.Key, isKnown: true);

    /// <summary>By a key of the store.</summary>
    [Benchmark(OperationsPerInvoke = Requests * Threads)]
    public Task KnownKey() => AuthenticateAsync(_vts.Services, _vts.Key, isKnown: true);

    /// <summary>By a key that is unknown.</summary>
    [Benchmark(OperationsPerInvoke = Requests * Threads)]
    public Task UnknownKey() => AuthenticateAsync(_vts.Services, _vts.Unknown, isKnown: false);

    private static Task AuthenticateAsync(IServiceProvider services, string token, bool isKnown) => BenchService.AtOnceAsync(Threads, async () =>
    {
        for (var request = 0; request < Requests; request++)
        {
            await BenchService.AuthenticateAsync(services, token, isKnown);
        }
    });
}
