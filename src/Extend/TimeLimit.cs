namespace Extend;

/// <summary>How long several calls may take together: nobody waits for them without end, and without a word.</summary>
internal sealed class TimeLimit(TimeSpan length, TimeProvider time)
{
    /// <summary>Does the work, and ends what of it is under way when the time is up.</summary>
    /// <exception cref="ExtendException">The time was up (<see cref="ExtendFault.TimedOut"/>), or the work's own failure.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(length, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException fault) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ExtendException(ExtendFault.TimedOut, inner: fault);
        }
    }
}
