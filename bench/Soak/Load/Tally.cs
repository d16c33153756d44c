using System.Collections.Concurrent;
using Vts.Bench.Soak.Checking;

namespace Vts.Bench.Soak.Load;

/// <summary>Counts what became of all requests.</summary>
internal sealed class Tally
{
    private const int MostExamples = 6;

    private readonly ConcurrentDictionary<Outcome, int> _outcomes = new();
    private readonly ConcurrentQueue<string> _examples = new();
    private Latencies _lately = new();

    /// <summary>Answers by status and code.</summary>
    public ConcurrentDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests by kind.</summary>
    public ConcurrentDictionary<string, int> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests that were sent again, as the server was being restarted.</summary>
    public int SentAgain;

    /// <summary>Answers that said they were stale, and rightly.</summary>
    public int Stale;

    public Latencies Latencies { get; } = new();

    /// <summary>The first that were wrong or lost, whole.</summary>
    public IReadOnlyCollection<string> Examples => _examples;

    public int this[Outcome outcome] => _outcomes.GetValueOrDefault(outcome);

    public int Requests => _outcomes.Values.Sum();

    public bool IsClean => this[Outcome.Wrong] + this[Outcome.Lost] == 0;

    /// <summary>The latencies since this was last asked.</summary>
    public Latencies TakeLately() => Interlocked.Exchange(ref _lately, new Latencies());

    public void Status(string status) => Statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);

    /// <param name="kind">The request's kind.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="latency">How long it took from when it was due.</param>
    /// <param name="example">Tells it whole, if it is wrong or lost; null returns mean that it is known enough.</param>
    /// <returns>What to print of it, if anything.</returns>
    public string? Add(string kind, Outcome outcome, TimeSpan latency, Func<string> example)
    {
        Kinds.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        _outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        Latencies.Add(latency);
        _lately.Add(latency);
        if (outcome is not (Outcome.Wrong or Outcome.Lost) || this[outcome] > MostExamples)
        {
            return null;
        }

        var text = example();
        _examples.Enqueue(text);
        return text;
    }
}
