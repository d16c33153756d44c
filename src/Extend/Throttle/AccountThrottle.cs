using Extend.Connections;

namespace Extend.Throttle;

/// <summary>One account's throttle in this process: lets a call to Extend begin when it may, and learns from how it ends.</summary>
internal sealed class AccountThrottle(int concurrency, int requestsPerMinute, Random random, TimeProvider time, ThrottleMetrics metrics)
    : IDisposable
{
    private readonly Turnstile _turnstile = new(new AccountLimits(concurrency, requestsPerMinute, random, time, metrics), time, metrics);

    /// <summary>Makes the call when it has its turn.</summary>
    /// <param name="share">Whose turn it takes.</param>
    /// <param name="deadline">When it must be over, by <see cref="MonotonicTime"/>.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives it up, waiting or under way.</param>
    /// <exception cref="ExtendException">It would wait in vain and was refused; or the call's own failure.</exception>
    public async Task<Answer> RunAsync(
        string share, TimeSpan deadline, Func<CancellationToken, Task<Answer>> call, CancellationToken cancellationToken)
    {
        var place = await EnterAsync(share, deadline, cancellationToken);
        var outcome = default(CallOutcome?);
        try
        {
            var answer = await call(cancellationToken);
            outcome = CallOutcome.Of(answer);
            return answer;
        }
        catch (ExtendException failure)
        {
            outcome = CallOutcome.Of(failure);
            throw;
        }
        catch (OperationCanceledException) when (time.Elapsed >= deadline)
        {
            outcome = new CallOutcome(ExtendFault.TimedOut);
            throw;
        }
        finally
        {
            _turnstile.Leave(place, outcome);
        }
    }

    public void Dispose() => _turnstile.Dispose();

    private async Task<Place> EnterAsync(string share, TimeSpan deadline, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = _turnstile.Enter(share, deadline);
        await using var registration = cancellationToken.UnsafeRegister(_ => _turnstile.GiveUp(read, cancellationToken), state: null);
        return await read.Task;
    }
}
