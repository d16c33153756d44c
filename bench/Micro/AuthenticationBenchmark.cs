using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Vts.Callers;

namespace Vts.Bench.Micro;

/// <summary>
/// Authenticating a request, from its headers to its caller, on two threads at once: by an API key of a store of one, a thousand and a
/// hundred thousand, by one that is unknown (with its answer), and, to compare with, by the framework's authentication and a handler that accepts whatever comes.
/// </summary>
public class AuthenticationBenchmark
{
    private const int Requests = 10_000;
    private const int Threads = 2;

    private ServiceProvider _bare = null!;
    private KeyedService _vts = null!;
    private Authentication _step = null!;

    /// <summary>How many keys the store has.</summary>
    [Params(1, 1_000, 100_000)]
    public int Keys { get; set; }

    /// <summary>Makes the store.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _bare = BareService.Build();
        _vts = await KeyedService.StartAsync(Keys);
        _step = BenchService.Step(_vts.Services);
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
    public Task AcceptAnything() => AtOnceAsync(() => BareService.AuthenticateAsync(_bare, _vts.Key));

    /// <summary>By a key of the store.</summary>
    [Benchmark(OperationsPerInvoke = Requests * Threads)]
    public Task KnownKey() => AtOnceAsync(() => BenchService.AuthenticateAsync(_step, _vts.Key, isKnown: true));

    /// <summary>By a key that is unknown.</summary>
    [Benchmark(OperationsPerInvoke = Requests * Threads)]
    public Task UnknownKey() => AtOnceAsync(() => BenchService.AuthenticateAsync(_step, _vts.Unknown, isKnown: false));

    private static Task AtOnceAsync(Func<Task> authenticate) => BenchService.AtOnceAsync(Threads, async () =>
    {
        for (var request = 0; request < Requests; request++)
        {
            await authenticate();
        }
    });
}
