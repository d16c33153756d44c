using System.Globalization;

namespace Vts.Bench.Lambda;

/// <summary>How busy other programs keep the machine: its CPU time less that of this program and of all that it started and that ended.</summary>
internal sealed class MachineLoad(TimeProvider time)
{
    private const double TicksInSecond = 100;

    private readonly long _began = time.GetTimestamp();
    private readonly double _machine = Machine();
    private readonly double _own = Own();

    /// <summary>The share of all cores since the beginning, 0 to 1. To be asked when all that was started has ended.</summary>
    public double Others() =>
        Math.Max(0, Machine() - _machine - (Own() - _own)) / (time.GetElapsedTime(_began).TotalSeconds * Environment.ProcessorCount);

    /// <summary>Load of the last minute, five and fifteen.</summary>
    public static string Averages() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);

    private static double Machine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Seconds(fields[1], fields[2], fields[3], fields[8]);
    }

    private static double Own()
    {
        var text = File.ReadAllText("/proc/self/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return Seconds(fields[11], fields[12], fields[13], fields[14]);
    }

    private static double Seconds(params string[] ticks) => ticks.Sum(each => double.Parse(each, CultureInfo.InvariantCulture)) / TicksInSecond;
}
