using System.IO.Compression;

namespace Vts.Bench.Lambda;

/// <summary>The figures as a page of Markdown.</summary>
internal sealed class Report(Figures figures, IReadOnlyList<TrustStore> trustStores)
{
    private const double Megabyte = 1e6;

    public string Write(IReadOnlyDictionary<string, string> circumstances, string? parts) => string.Join('\n',
    [
        "# A function of VTS against one in Python\n",
        Markdown.Table(["", ""], circumstances.Select(each => new[] { each.Key, each.Value })),
        "`GET /cards` of 64 cards, two pages of Extend, over TLS. Cells are the **median** of the rounds and (least–most); a ratio compares",
        "each round with itself. CPU time is the process's own clock, user and system, all threads; wall time is for information, as the",
        "functions, what they ask and this program share the cores. [README.md](../README.md) tells who is measured and how.\n",
        Targets(),
        "## Cold: from the start of the process to the end of its first call\n",
        .. trustStores.Select(Cold),
        "## Warm: a call of a process that has been called before\n",
        Warm(),
        "## Size\n",
        Size(),
        .. parts is null ? Array.Empty<string>() : [parts],
    ]);

    private string Targets()
    {
        var (vts, python) = (Bench.Cold(Surroundings.Vts, trustStores[0]), Bench.Cold(Surroundings.Python, trustStores[0]));
        var quicker = Spread.Median(figures.Ratios(ColdStarts.Cpu, python, vts));
        var memory = Spread.Median(figures.Ratios(ColdStarts.Memory, vts, python));
        var kept = Spread.Median(figures.Of(WarmCalls.Cpu, Bench.Kept));
        var notKept = Spread.Median(figures.Of(WarmCalls.Cpu, Bench.NotKept));
        var zip = new FileInfo(Zip).Length / Megabyte;
        return Markdown.Table(["", "target", "measured", ""],
        [
            ["cold start and first call, CPU, Python to VTS", "6 times or more, better 10", $"{quicker:0.0} times", Mark(quicker >= 6)],
            ["peak memory, VTS to Python", "1 or less, better 0.67", $"{memory:0.00}", Mark(memory <= 1)],
            ["zip, MB", "9 or less", $"{zip:0.00}", Mark(zip <= 9)],
            ["a warm call, CPU, ms: kept", "1 or less", $"{kept:0.00}", Mark(kept <= 1)],
            ["a warm call, CPU, ms: not kept", "1 or less", $"{notKept:0.00}", Mark(notKept <= 1)],
        ]);
    }

    private string Cold(TrustStore trust)
    {
        var (vts, python) = (Bench.Cold(Surroundings.Vts, trust), Bench.Cold(Surroundings.Python, trust));
        return Markdown.Table([trust.Name, Surroundings.Vts, Surroundings.Python, "VTS : Python"],
        [
            Row("**CPU, ms**", ColdStarts.Cpu),
            Row("of it until the first wait for a call (init)", ColdStarts.InitCpu),
            Row("of it in the first call", ColdStarts.CallCpu),
            Row("**peak memory, MB**", ColdStarts.Memory),
            Row("wall, ms", ColdStarts.Wall),
            Row("of it init", ColdStarts.InitWall),
            Row("of it the first call", ColdStarts.CallWall),
        ]);

        string[] Row(string name, string measure) =>
        [
            name, Spread.Text(figures.Of(measure, vts)), Spread.Text(figures.Of(measure, python)), Spread.Ratio(figures.Ratios(measure, vts, python)),
        ];
    }

    private string Warm()
    {
        return Markdown.Table(["", Bench.Kept, Bench.NotKept, Bench.WarmPython, "not kept : Python"],
        [
            Row("**CPU a call, ms**", WarmCalls.Cpu),
            Row("wall a call, ms", WarmCalls.Wall),
            Row("peak memory, MB", WarmCalls.Memory),
            Row("CPU of Extend (the simulator) for a call, ms", WarmCalls.ExtendCpu),
        ]);

        string[] Row(string name, string measure) =>
        [
            name,
            .. new[] { Bench.Kept, Bench.NotKept, Bench.WarmPython }.Select(subject => Spread.Text(figures.Of(measure, subject))),
            Spread.Ratio(figures.Ratios(measure, Bench.NotKept, Bench.WarmPython)),
        ];
    }

    private static string Size()
    {
        using var zip = ZipFile.OpenRead(Zip);
        return Markdown.Table(["file", "MB", "in the zip, MB"],
        [
            .. zip.Entries.Select(entry => new[] { $"`{entry.Name}`", $"{entry.Length / Megabyte:0.00}", $"{entry.CompressedLength / Megabyte:0.00}" }),
            ["`ListCards.zip`", "", $"{new FileInfo(Zip).Length / Megabyte:0.00}"],
        ]);
    }

    private static string Zip => Repository.In("artifacts/functions/x64/ListCards.zip");

    private static string Mark(bool isMet) => isMet ? "met" : "**missed**";
}
