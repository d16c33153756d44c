namespace Vts.Api.Tests.Faces;

/// <summary>The machine's clock, which a test can move forward: what is timed by moments sees time pass; what waits goes on waiting.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _ticks));

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Volatile.Read(ref _ticks);

    /// <summary>Moves it forward.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
