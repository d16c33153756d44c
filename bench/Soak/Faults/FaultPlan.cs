namespace Vts.Bench.Soak.Faults;

/// <summary>
/// Which faults come when: all kinds in a random order, and again, with time between them to be well. The server's process is killed and
/// restarted in the first third only, so that the rest shows one process.
/// </summary>
internal sealed class FaultPlan
{
    private const double Long = 600;

    public FaultPlan(Random random, TimeSpan duration)
    {
        // A short run has shorter faults, so that it sees most kinds too.
        var scale = Math.Clamp(duration.TotalSeconds / Long, 0.12, 1);
        var end = duration * 0.92;
        var faults = new List<PlannedFault>();
        for (var at = duration * 0.06; at < end;)
        {
            foreach (var kind in FaultKind.All.OrderBy(_ => random.Next()).ToArray())
            {
                var lasts = TimeSpan.FromSeconds((3 + (9 * random.NextDouble())) * scale);
                if (at + lasts < end)
                {
                    faults.Add(new(kind, at, lasts));
                }

                at += lasts + TimeSpan.FromSeconds((25 + (45 * random.NextDouble())) * scale);
            }
        }

        Faults = faults;
        Kills = duration.TotalSeconds < Long ? [Within(0.10, 0.16)] : [Within(0.05, 0.1), Within(0.15, 0.2), Within(0.26, 0.3)];
        Restarts = duration.TotalSeconds < Long ? [Within(0.22, 0.3)] : [Within(0.1, 0.15), Within(0.2, 0.25)];

        TimeSpan Within(double from, double to) => duration * (from + ((to - from) * random.NextDouble()));
    }

    public IReadOnlyList<PlannedFault> Faults { get; }

    /// <summary>When the process is killed.</summary>
    public IReadOnlyList<TimeSpan> Kills { get; }

    /// <summary>When it is asked to end and started anew.</summary>
    public IReadOnlyList<TimeSpan> Restarts { get; }
}
