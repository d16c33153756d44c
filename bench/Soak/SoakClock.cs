namespace Vts.Bench.Soak;

/// <summary>Moments of this run, as the time since it began; no change of the machine's clock moves them.</summary>
internal sealed class SoakClock(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Now => time.GetElapsedTime(_began);

    public Task WaitUntilAsync(TimeSpan moment, CancellationToken cancellationToken) =>
        moment - Now is var left && left > TimeSpan.Zero ? Task.Delay(left, time, cancellationToken) : Task.CompletedTask;

    /// <summary>Runs on a thread of its own, so that it is not late where the thread pool has thousands of answers to see to.</summary>
    public static Task OnOwnThread(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.Delay(duration, time, cancellationToken);
}
