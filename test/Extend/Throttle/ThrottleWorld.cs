using System.Diagnostics.Metrics;
using System.Text;
using Extend.Connections;
using Extend.Throttle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

/// <summary>One account's throttle on a clock that only the test moves, with calls that end when the test says so.</summary>
internal sealed class ThrottleWorld : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly AccountThrottle _throttle;
    private readonly Pump _pump = new();

    public ThrottleWorld(int places = 8, int requestsPerMinute = 0)
    {
        Meters = _services.GetRequiredService<IMeterFactory>();
        _throttle = new AccountThrottle(places, requestsPerMinute, new Random(0), Clock, new ThrottleMetrics("main", Meters));
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

    public IMeterFactory Meters { get; }

    /// <summary>The calls that Extend has got, in order.</summary>
    public List<Call> Calls { get; } = [];

    public static Answer Ok(int? remaining = null) => new(200, "{}"u8.ToArray(), retryAfter: null, remaining);

    public static Answer Failed(int status, TimeSpan? retryAfter = null) => new(status, Encoding.UTF8.GetBytes("{}"), retryAfter, rateLimitRemaining: null);

    /// <summary>A read that wants its turn; <paramref name="within"/> is its deadline from now, in seconds.</summary>
    public Task<Answer> Ask(string share = "one", double within = 25, CancellationToken cancellationToken = default) => _pump.Run(() => _throttle.RunAsync(
        share,
        Clock.Elapsed + TimeSpan.FromSeconds(within),
        _ =>
        {
            var call = new Call(share, Clock.Elapsed);
            Calls.Add(call);
            return call.Answer.Task;
        },
        cancellationToken));

    /// <summary>Lets Extend answer the call of this number.</summary>
    public void Answer(int call, Answer answer) => _pump.Run(() => Calls[call].Answer.TrySetResult(answer));

    /// <summary>Lets time pass.</summary>
    public void Advance(double seconds) => _pump.Run(() =>
    {
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        return true;
    });

    /// <summary>Lets what the action causes happen.</summary>
    public void Do(Action action) => _pump.Run(() =>
    {
        action();
        return true;
    });

    public void Dispose()
    {
        _throttle.Dispose();
        _services.Dispose();
    }

    internal sealed record Call(string Share, TimeSpan At)
    {
        public TaskCompletionSource<Answer> Answer { get; } = new();
    }
}
