namespace Extend.Tests.Throttle;

/// <summary>Runs continuations on the test's own thread, in order, until none is left: nothing happens that the test did not cause.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_posted)
        {
            _posted.Enqueue((d, state));
        }
    }

    public T Run<T>(Func<T> action)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var result = action();
            while (TryTake(out var posted))
            {
                posted.Callback(posted.State);
            }

            return result;
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) posted)
    {
        lock (_posted)
        {
            return _posted.TryDequeue(out posted);
        }
    }
}
