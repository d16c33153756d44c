using Vts.Bench.Soak.Processes;

namespace Vts.Bench.Soak.Report;

/// <summary>
/// Whether a quantity of the last process stayed flat: a straight line through the least of each stretch of time, and how much it rises over
/// them. What waits during a fault raises it for a while, and faults come at random; what never goes away raises the least.
/// </summary>
/// <param name="Name">The quantity.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Mean">The mean of the least.</param>
/// <param name="Rise">How much the line rises over the time looked at.</param>
/// <param name="Error">The standard error of that.</param>
/// <param name="Allowed">How much it may rise.</param>
internal sealed record Flatness(string Name, string Unit, double Mean, double Rise, double Error, double Allowed)
{
    private const int LeastSamples = 30;
    private const int Stretches = 10;
    private const double SureFrom = 3;

    /// <summary>Not flat is what rises by more than is allowed, and more than chance explains.</summary>
    public bool IsFlat => Rise <= Allowed || Rise <= SureFrom * Error;

    /// <summary>Of the last two thirds, as far as one process lived through them; none where the run was too short to tell.</summary>
    public static IReadOnlyList<Flatness> Of(IReadOnlyList<Sample> samples, TimeSpan duration)
    {
        Sample[] last = [.. samples.Where(sample => sample.At >= duration / 3 && sample.ProcessId == samples[^1].ProcessId)];
        return last.Length < LeastSamples
            ? []
            : [
                Line("memory", "MB", last, sample => sample.MemoryMb, least: 10),
                Line("sockets", "", last, sample => sample.Sockets, least: 15),
                Line("threads", "", last, sample => sample.Threads, least: 4),
            ];
    }

    private static Flatness Line(string name, string unit, Sample[] samples, Func<Sample, double> value, double least)
    {
        Sample[] lows = [.. samples.Index().GroupBy(each => each.Index * Stretches / samples.Length).Select(stretch => stretch.MinBy(each => value(each.Item)).Item)];
        double[] x = [.. lows.Select(sample => sample.At.TotalSeconds)];
        double[] y = [.. lows.Select(value)];
        var (meanX, meanY) = (x.Average(), y.Average());
        var spread = x.Sum(each => (each - meanX) * (each - meanX));
        var slope = x.Zip(y).Sum(each => (each.First - meanX) * (each.Second - meanY)) / spread;
        var rest = x.Zip(y).Sum(each => Math.Pow(each.Second - meanY - (slope * (each.First - meanX)), 2));
        var over = x[^1] - x[0];
        return new(name, unit, meanY, slope * over, Math.Sqrt(rest / (x.Length - 2) / spread) * over, Math.Max(least, meanY * 0.1));
    }
}
