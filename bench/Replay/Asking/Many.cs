using System.Globalization;

namespace Vts.Bench.Replay.Asking;

/// <summary>Goes through many requests, some at once, and tells on standard error how far it is.</summary>
internal static class Many
{
    private const int Step = 10;

    /// <summary>What came of each, in order.</summary>
    public static async Task<IReadOnlyList<TOut>> AskAsync<TIn, TOut>(
        IReadOnlyList<TIn> requests, int concurrency, Func<TIn, int, CancellationToken, Task<TOut>> ask, CancellationToken cancellationToken)
    {
        var outcomes = new TOut[requests.Count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, requests.Count), options, async (at, stop) =>
        {
            outcomes[at] = await ask(requests[at], at, stop);
            if (Interlocked.Increment(ref done) is var count && count % Step == 0)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"vts-replay: {count} of {requests.Count}"));
            }
        });
        return outcomes;
    }
}
