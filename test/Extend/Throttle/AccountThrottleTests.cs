using Extend.Connections;
using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class AccountThrottleTests : IDisposable
{
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(25);

    private readonly ThrottleWorld _world = new();
    private readonly AccountThrottle _throttle;

    public AccountThrottleTests() => _throttle = new AccountThrottle(1, 0, new Random(1), _world.Clock, _world.Metrics);

    private FakeTimeProvider Clock => _world.Clock;

    [Fact]
    public async Task A_call_that_fails_or_is_given_up_gives_its_place_back()
    {
        await Assert.ThrowsAsync<ExtendException>(() => RunAsync(_ => throw new ExtendException(ExtendFault.Forbidden)));
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(_ => throw new OperationCanceledException()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(_ => throw new InvalidOperationException()));

        Assert.Equal(200, (await RunAsync(_ => Task.FromResult(new Answer(200, default)))).Status);
    }

    [Fact]
    public async Task A_read_given_up_while_it_waits_never_begins()
    {
        using var giveUp = new CancellationTokenSource();
        var first = new TaskCompletionSource<Answer>();
        var under = RunAsync(_ => first.Task);
        var waiting = RunAsync(_ => throw new InvalidOperationException("It began."), cancellationToken: giveUp.Token);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.SetResult(new Answer(200, default));

        Assert.Equal(200, (await under).Status);
    }

    [Fact]
    public async Task Reads_that_hang_until_their_deadline_count_as_an_illness()
    {
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(_ =>
            {
                Clock.Advance(TimeSpan.FromSeconds(2));
                throw new OperationCanceledException();
            }, within: TimeSpan.FromSeconds(2)));
        }

        var refusal = await Assert.ThrowsAsync<ExtendException>(() => RunAsync(_ => throw new InvalidOperationException("It began.")));
        Assert.Equal((ExtendFault.TimedOut, true), (refusal.Fault, refusal.IsRefusal));
    }

    [Fact]
    public async Task A_429_of_an_answer_closes_the_gate_for_its_retry_after()
    {
        await RunAsync(_ => Task.FromResult(new Answer(429, default, TimeSpan.FromSeconds(40))));

        var refusal = await Assert.ThrowsAsync<ExtendException>(() => RunAsync(_ => throw new InvalidOperationException("It began.")));
        Assert.Equal((ExtendFault.Throttled, TimeSpan.FromSeconds(40)), (refusal.Fault, refusal.RetryAfter));
    }

    public void Dispose()
    {
        _throttle.Dispose();
        _world.Dispose();
    }

    private Task<Answer> RunAsync(Func<CancellationToken, Task<Answer>> call, TimeSpan? within = null, CancellationToken cancellationToken = default) =>
        _throttle.RunAsync("a", Clock.Elapsed + (within ?? ReadTimeout), call, cancellationToken);
}
