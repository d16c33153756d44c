using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Vts.Bench.Soak.Processes;

/// <summary>The published server on one port, in one process after the other.</summary>
internal sealed class Server(string program, IReadOnlyDictionary<string, string> environment, SoakClock clock) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private ChildProcess _process = null!;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public int ProcessId => _process.Id;

    /// <summary>Whether it has ended though nobody asked it to.</summary>
    public bool HasCrashed => _process.HasExited && Interruptions.All(each => each.Ended != TimeSpan.MaxValue);

    /// <summary>Its last words.</summary>
    public string Last => _process.Last;

    public ImmutableList<Interruption> Interruptions { get; private set; } = [];

    public async Task StartAsync()
    {
        _process = new ChildProcess(program, ["--urls", Address.ToString()], environment);
        await _process.LineAsync(" listens on ");
    }

    /// <summary>Ends the process and starts the next.</summary>
    public async Task InterruptAsync(bool isKill)
    {
        var interruption = new Interruption(isKill, clock.Now);
        Interruptions = Interruptions.Add(interruption);
        Console.Out.WriteLine($"        process {ProcessId} is {(isKill ? "killed" : "asked to end")}");
        if (isKill)
        {
            await _process.KillAsync();
        }
        else if (await _process.TerminateAsync(Patience) is not 0 and var code)
        {
            throw new BenchException($"The server ended with {code} on SIGTERM:\n{Last}");
        }

        interruption.Gone = clock.Now;
        await _process.DisposeAsync();
        await StartAsync();
        interruption.End(clock.Now);
        Console.Out.WriteLine($"        process {ProcessId} listens; the one before took {(interruption.Gone - interruption.Began).TotalSeconds:0.0} s to end");
    }

    /// <summary>Asks it to end at last.</summary>
    /// <exception cref="BenchException">It does not end, or not well.</exception>
    public async Task EndAsync()
    {
        if (await _process.TerminateAsync(Patience) is not 0 and var code)
        {
            throw new BenchException($"The server ended with {code} on SIGTERM:\n{Last}");
        }
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
