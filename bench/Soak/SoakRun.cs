using Vts.Bench.Soak.Checking;
using Vts.Bench.Soak.Faults;
using Vts.Bench.Soak.Load;
using Vts.Bench.Soak.Processes;
using Vts.Bench.Soak.Report;
using Vts.Bench.Soak.Requests;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak;

/// <summary>The whole run: everything started, the load, the faults, the report.</summary>
internal sealed class SoakRun(SoakOptions options, SoakClock clock)
{
    private const int Cards = 56;
    private const int TransactionsPerCard = 22;
    private const double Share = 0.7;

    // The machine may be half as fast a minute later.
    private const int Measurements = 6;

    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("vts-soak-").FullName;

    /// <summary>Runs it and writes the report; whether all was well.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var extend = await Simulator.StartAsync(Repository.In(options.Simulator), Cards, TransactionsPerCard);
            await using var store = await SessionStore.BeginAsync();
            await using var server = new Server(Repository.In(options.Server), ServerSettings.Make(extend.Address, store.Environment, _folder), clock);
            await server.StartAsync();
            return await RunAsync(extend, store, server, cancellationToken);
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<bool> RunAsync(Simulator extend, SessionStore store, Server server, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changes = new Changes(extend, new Mapping(options.IsAltered), clock, new Random(options.Seed));
        var timeline = changes.Begin();
        var (faults, tally) = (new FaultLog(), new Tally());
        using var target = new Target(server.Address, clock);
        var mix = new Mix(new Random(options.Seed + 1), () => changes.Known);
        Driver Driving(Tally counted) => new(mix, target, new Judge(timeline, faults), counted, server, faults, clock);

        var changing = OwnThread.RunAsync(() => changes.Run(timeline, BetweenChanges, ending.Token));
        await Driving(new Tally()).MeasureAsync(WarmUp, cancellationToken);
        var rate = options.Rate ?? await MeasureAsync(Driving, cancellationToken) * Share;
        Console.Out.WriteLine($"Loading with {rate:0.0} requests a second for {options.Minutes} minutes, seed {options.Seed}");

        var (began, sampler) = (clock.Now, new Sampler(server, tally, faults, clock));
        var plan = new FaultPlan(new Random(options.Seed + 2), options.Duration);
        Task[] aside =
        [
            changing,
            OwnThread.RunAsync(() => sampler.Run(began, TimeSpan.FromSeconds(options.Minutes < 2 ? 5 : 10), ending.Token)),
            options.HasFaults ? new FaultRunner(plan, faults, extend, store, server, clock, new Random(options.Seed + 3)).RunAsync(began, ending.Token) : Task.CompletedTask,
        ];
        var load = Driving(tally).LoadAsync(rate, options.Duration, ending.Token);
        await await Task.WhenAny([load, .. aside.Select(FailingAsync)]);
        await ending.CancelAsync();
        await load;
        await EndedAsync(Task.WhenAll(aside));
        cancellationToken.ThrowIfCancellationRequested();
        await server.EndAsync();

        var report = new SoakReport(tally, sampler.Samples, faults, server.Interruptions, began, options.Duration);
        var text = report.Write(Circumstances(rate, timeline, extend));
        var output = Repository.In(options.Output);
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        await File.WriteAllTextAsync(output, text, CancellationToken.None);
        Console.Out.WriteLine($"{(report.IsGood ? "Passed" : "FAILED")}: {report.Summary}. See {options.Output}");
        return report.IsGood;
    }

    private static async Task<double> MeasureAsync(Func<Tally, Driver> driving, CancellationToken cancellationToken)
    {
        var (least, tally) = (double.MaxValue, new Tally());
        for (var i = 0; i < Measurements; i++)
        {
            var most = await driving(tally).MeasureAsync(Measuring, cancellationToken);
            Console.Out.WriteLine($"Measuring the maximum rate, {i + 1} of {Measurements}: {most:0} a second");
            least = Math.Min(least, most);
        }

        return tally.IsClean ? least : throw new BenchException("Answers were wrong before there was any fault; see above");
    }

    private Dictionary<string, string> Circumstances(double rate, Timeline timeline, Simulator extend) => new(StringComparer.Ordinal)
    {
        ["Date"] = $"{clock.Time.GetUtcNow():yyyy-MM-dd HH:mm} UTC",
        ["Command"] = $"bench/soak.sh --minutes {options.Minutes}{(options.Rate is null ? "" : $" --rate {options.Rate}")} --seed {options.Seed}",
        ["Commit"] = Machine.Commit(" with changes to src that are not committed", "src"),
        ["Machine"] = Machine.Name(),
        ["Versions"] = $".NET SDK {Machine.Sdk()}; the server is a native binary",
        ["Seed"] = $"{options.Seed}",
        ["Rate"] = options.Rate is null ? $"{rate:0.0} a second, 70 % of the {rate / Share:0} that were answered at most in the slowest of {Measurements} measurements of {Measuring.TotalSeconds} s" : $"{rate:0.0} a second",
        ["Changes"] = $"{timeline.Changes} of cards and transactions",
        ["Sign-ins, renewals"] = $"{extend.Calls("POST", "/signin")}, {extend.Calls("POST", "/renewauth")} of the last 100,000 calls of Extend",
    };

    // What runs beside the load ends when it is told to; until then only a failure ends it.
    private static async Task FailingAsync(Task aside)
    {
        await aside;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
    }

    private static async Task EndedAsync(Task aside)
    {
        try
        {
            await aside;
        }
        catch (OperationCanceledException)
        {
            // As it was told.
        }
    }
}
