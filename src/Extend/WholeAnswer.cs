namespace Extend;

/// <summary>Bounds the reads of one answer that is told only when it is whole: nobody waits for it without end, and without a word.</summary>
internal sealed class WholeAnswer(TimeSpan timeout, TimeProvider time)
{
    /// <summary>Runs the reads, and ends those that are under way when the time is up.</summary>
    /// <exception cref="ExtendException">The time was up (<see cref="ExtendFault.TimedOut"/>), or the reads' own failure.</exception>
    public async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> reads, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await reads(either.Token);
        }
        catch (OperationCanceledException fault) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ExtendException(ExtendFault.TimedOut, inner: fault);
        }
    }
}
