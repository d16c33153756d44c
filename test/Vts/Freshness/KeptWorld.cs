using System.Diagnostics.Metrics;
using Extend;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

/// <summary>Kept reads of one text, on a clock that only the test moves. What Extend answers is the number of the question.</summary>
internal sealed class KeptWorld : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly IMeterFactory _meters;
    private readonly Resource<string> _resource = new("text", options => options.Cards, text => text.Length);
    private int _asked;

    public KeptWorld(FreshnessOptions? options = null)
    {
        _meters = _services.GetRequiredService<IMeterFactory>();
        Reads = new KeptReads(Options.Create(options ?? new FreshnessOptions()), Clock, _meters);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

    public KeptReads Reads { get; }

    public int Asked => _asked;

    /// <summary>Fails the reads from now on; null lets them succeed again.</summary>
    public ExtendFault? Fault { get; set; }

    /// <summary>Whether Extend says that there is no such thing.</summary>
    public bool IsGone { get; set; }

    /// <summary>Holds the reads until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public MetricCollector<long> Collect(string instrument) => new(_meters, FreshnessMetrics.MeterName, instrument);

    /// <summary>How long a read waits for its turn, once it is let through.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>Whether a call is sent when the wait is over; if not, only the beginning of the read is known.</summary>
    public bool IsAnsweredByExtend { get; init; } = true;

    /// <summary>What another read has kept of the same.</summary>
    public Kept<string>? Elsewhere { get; set; }

    public Task<Fresh<string>?> ReadAsync(Demand? demand = null, string account = "a", string id = "", CancellationToken cancellationToken = default) =>
        Reads.ReadAsync(_resource.Of(account, id), demand ?? Demand.None, "test", AskAsync, Elsewhere, cancellationToken);

    public void Dispose() => _services.Dispose();

    private async Task<string?> AskAsync(Asking asking)
    {
        var number = Interlocked.Increment(ref _asked);
        await (Gate?.Task ?? Task.CompletedTask);
        Clock.Advance(Wait);
        if (IsAnsweredByExtend)
        {
            asking.Answered(Clock.GetUtcNow());
        }

        return Fault is { } fault ? throw new ExtendException(fault) : IsGone ? null : $"{number}";
    }
}
