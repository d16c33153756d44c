namespace Vts.Bench.Lambda;

/// <summary>Measures each subject's start and first call, in a new process each time; the subjects take turns.</summary>
internal sealed class ColdStarts(IReadOnlyList<Subject> subjects, Figures figures)
{
    public const string InitCpu = "cold, init CPU";
    public const string CallCpu = "cold, call CPU";
    public const string Cpu = "cold, CPU";
    public const string InitWall = "cold, init wall";
    public const string CallWall = "cold, call wall";
    public const string Wall = "cold, wall";
    public const string Memory = "cold, memory";

    public async Task MeasureAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var subject in Turns.Of(subjects, round))
            {
                await MeasureAsync(subject);
            }
        }
    }

    private async Task MeasureAsync(Subject subject)
    {
        await subject.EndAsync();
        var report = await subject.CallAsync(Events.Usual);
        if (report is not { InitCpu: { } initCpu, InitDuration: { } init })
        {
            throw new BenchException($"{subject.Name} was not cold");
        }

        figures.Add(InitCpu, subject.Name, initCpu);
        figures.Add(CallCpu, subject.Name, report.InvokeCpu);
        figures.Add(Cpu, subject.Name, initCpu + report.InvokeCpu);
        figures.Add(InitWall, subject.Name, init);
        figures.Add(CallWall, subject.Name, report.Duration);
        figures.Add(Wall, subject.Name, init + report.Duration);
        figures.Add(Memory, subject.Name, report.MaxMemoryMegabytes);
    }
}
