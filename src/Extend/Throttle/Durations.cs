namespace Extend.Throttle;

/// <summary>The shorter and the longer of two durations, which <see cref="Math"/> does not know.</summary>
internal static class Durations
{
    extension(TimeSpan)
    {
        public static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

        public static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }
}
