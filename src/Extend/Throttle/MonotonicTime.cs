namespace Extend.Throttle;

/// <summary>The clock by which the throttle measures: it never goes back, whatever is done to the wall clock.</summary>
internal static class MonotonicTime
{
    extension(TimeProvider time)
    {
        /// <summary>The time since a moment that stays the same for the life of the process.</summary>
        public TimeSpan Elapsed => new((long)((Int128)time.GetTimestamp() * TimeSpan.TicksPerSecond / time.TimestampFrequency));
    }
}
