namespace Vts.Bench.Soak;

/// <summary>Moments of this run, as the time since it began; no change of the machine's clock moves them.</summary>
internal sealed class SoakClock(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Now => time.GetElapsedTime(_began);

    public Task WaitUntilAsync(TimeSpan moment, CancellationToken cancellationToken) =>
        moment - Now is var left && left > TimeSpan.Zero ? Task.Delay(left, time, cancellationToken) : Task.CompletedTask;

    public Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.Delay(duration, time, cancellationToken);
}
