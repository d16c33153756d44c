using System.Diagnostics.Metrics;
using Extend.Throttle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

/// <summary>A turnstile on a clock that only the test moves. What it lets pass is known the moment it does.</summary>
internal sealed class ThrottleWorld : IDisposable
{
    public static readonly CallOutcome Well = new();
    public static readonly CallOutcome Ill = new(ExtendFault.ServerError);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public ThrottleWorld(int concurrency = 8, int requestsPerMinute = 0)
    {
        Meters = _services.GetRequiredService<IMeterFactory>();
        Metrics = new ThrottleMetrics("main", Meters);
        var limits = new AccountLimits(concurrency, requestsPerMinute, new Random(1), Clock, Metrics);
        Turnstile = new Turnstile(limits, Clock, Metrics);
    }

    public FakeTimeProvider Clock { get; } = new();

    public IMeterFactory Meters { get; }

    public ThrottleMetrics Metrics { get; }

    public Turnstile Turnstile { get; }

    public WaitingRead Enter(string share = "a", double seconds = 25) => Turnstile.Enter(share, Clock.Elapsed + TimeSpan.FromSeconds(seconds));

    public WaitingRead[] Enter(int count, string share = "a", double seconds = 25) =>
        [.. Enumerable.Range(0, count).Select(_ => Enter(share, seconds))];

    public ExtendException Refused(string share = "a", double seconds = 25)
    {
        var refusal = Assert.Throws<ExtendException>(() => Enter(share, seconds));
        Assert.True(refusal.IsRefusal);
        return refusal;
    }

    /// <summary>Ends the call of a read that has passed.</summary>
    public void Leave(WaitingRead read, CallOutcome? outcome)
    {
        Assert.True(read.Task.IsCompletedSuccessfully, "It has no place to leave.");
        Turnstile.Leave(read.Task.Result, outcome);
    }

    public void Leave(WaitingRead read) => Leave(read, Well);

    /// <summary>A call from its beginning to its end.</summary>
    public void Call(CallOutcome? outcome, double seconds = 0)
    {
        var read = Enter();
        Advance(seconds);
        Leave(read, outcome);
    }

    public void Advance(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    public void Dispose()
    {
        Turnstile.Dispose();
        _services.Dispose();
    }
}
