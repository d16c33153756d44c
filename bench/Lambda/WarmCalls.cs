namespace Vts.Bench.Lambda;

/// <summary>Measures calls of processes that have been called before, in blocks; the subjects take turns.</summary>
internal sealed class WarmCalls(IReadOnlyList<(Subject Subject, ReadOnlyMemory<byte> Call)> subjects, SimulatorProcess extend, Figures figures)
{
    public const string Cpu = "warm, CPU";
    public const string Wall = "warm, wall";
    public const string Memory = "warm, memory";
    public const string ExtendCpu = "warm, CPU of Extend";

    /// <summary>Measures so many calls of each; what is told is each block's mean.</summary>
    public async Task MeasureAsync(int blocks, int callsInBlock)
    {
        var extendCpu = subjects.ToDictionary(each => each.Subject, _ => TimeSpan.Zero);
        for (var block = 0; block < blocks; block++)
        {
            foreach (var (subject, call) in Turns.Of(subjects, block))
            {
                // What was kept has become old while the others had their turns.
                var memory = (await subject.CallAsync(call)).MaxMemoryMegabytes;
                var (cpu, wall, before) = (TimeSpan.Zero, TimeSpan.Zero, extend.CpuTime);
                for (var i = 0; i < callsInBlock; i++)
                {
                    var report = await subject.CallAsync(call);
                    (cpu, wall, memory) = (cpu + report.InvokeCpu, wall + report.Duration, report.MaxMemoryMegabytes);
                }

                extendCpu[subject] += extend.CpuTime - before;
                figures.Add(Cpu, subject.Name, cpu / callsInBlock);
                figures.Add(Wall, subject.Name, wall / callsInBlock);
                figures.Add(Memory, subject.Name, memory);
            }
        }

        foreach (var (subject, cpu) in extendCpu)
        {
            figures.Add(ExtendCpu, subject.Name, cpu / (blocks * callsInBlock));
        }
    }
}
