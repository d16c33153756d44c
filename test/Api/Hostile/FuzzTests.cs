using System.Collections.Concurrent;
using System.Globalization;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Hostile;

/// <summary>
/// Requests made from the contract by chance: right ones, ones with one thing wrong, and garbage. VTS_LONG=1 sends 100,000;
/// VTS_SEED=N sends the one of that seed alone.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests
{
    private const long MostGrowth = 64 * 1024 * 1024;
    private const int WarmUp = 500;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VTS_LONG") == "1";
    private static readonly int? Seed = Environment.GetEnvironmentVariable("VTS_SEED") is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : null;
    private static readonly int Count = (Face.IsGateway, IsLong) switch { (false, true) => 100_000, (false, false) => 5_000, (true, true) => 5_000, _ => 1_000 };

    [Fact]
    public async Task Whatever_is_asked_the_answer_is_the_contracts()
    {
        await using var vts = await VtsApp.StartAsync(tenant: "small", settings: [("Freshness:Cards", "00:00:05"), ("Freshness:Transactions", "00:00:05"), ("Logging:LogLevel:Default", "Error")]);
        await vts.Simulator.TenantAsync("small", cards: 4, transactionsPerCard: 30);
        var requests = new ValidRequests([.. (await vts.ListAsync("/cards")).Select(card => (string)card!["id"]!)]);
        if (Seed is { } only)
        {
            await RunAsync(vts, requests, only, 1);
            return;
        }

        await RunAsync(vts, requests, 0, WarmUp);
        var before = vts.Memory;
        var answered = await RunAsync(vts, requests, WarmUp, Count - WarmUp);
        await vts.Simulator.ForgetRequestsAsync();

        Assert.True(answered > (Count - WarmUp) / 3, $"Only {answered} were right and answered.");
        Assert.True(vts.Memory - before < MostGrowth, $"From {before} to {vts.Memory} bytes.");
        Assert.DoesNotContain(VtsApp.Token, vts.Log);
        Assert.DoesNotContain("Exception", vts.Log);
    }

    // How many right requests were answered as right.
    private static async Task<int> RunAsync(VtsApp vts, ValidRequests requests, int first, int count)
    {
        var faults = new ConcurrentBag<string>();
        var answered = 0;
        await Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            var attempt = Make(requests, seed);
            var answer = WireAnswer.Read(await Wire.SendAsync(vts.Address, attempt.Bytes), attempt.Method == "HEAD");
            if (Judge.Fault(attempt, answer) is { } fault)
            {
                faults.Add($"{fault}\n{attempt}\n{answer}");
            }
            else if (attempt.IsValid)
            {
                Interlocked.Increment(ref answered);
            }
        });

        Assert.True(faults.IsEmpty, $"{faults.Count} of {count} answers are not the contract's.\n\n{string.Join("\n\n", faults.Take(8))}");
        return answered;
    }

    private static Attempt Make(ValidRequests requests, int seed)
    {
        var random = Draw.Of(seed);
        var attempt = requests.Make(seed, random);
        return random.Next(10) switch
        {
            < 5 => attempt,
            < 8 => NearMisses.Make(attempt, random),
            _ => Garbage.Make(attempt, random),
        };
    }
}
