namespace Vts.Bench.Soak.Load;

/// <summary>How long answers took, counted in steps of 2 %.</summary>
internal sealed class Latencies
{
    private const double Step = 1.02;
    private const double Least = 0.0001;

    private readonly int[] _counts = new int[900];
    private readonly Lock _lock = new();

    public void Add(TimeSpan latency)
    {
        var step = (int)Math.Clamp(Math.Log(Math.Max(latency.TotalSeconds, Least) / Least, Step), 0, _counts.Length - 1);
        lock (_lock)
        {
            _counts[step]++;
        }
    }

    /// <summary>The time within which this share came, in milliseconds; 0 if nothing came.</summary>
    public double Quantile(double share)
    {
        lock (_lock)
        {
            var left = (long)Math.Ceiling(_counts.Sum(count => (long)count) * share);
            if (left == 0)
            {
                return 0;
            }

            var step = 0;
            while ((left -= _counts[step]) > 0)
            {
                step++;
            }

            return Least * Math.Pow(Step, step + 1) * 1000;
        }
    }
}
