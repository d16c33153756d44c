using System.Globalization;

namespace Vts.Bench.Soak.Processes;

/// <summary>What Linux tells of a process.</summary>
/// <param name="MemoryMb">Resident memory.</param>
/// <param name="Sockets">Open sockets.</param>
/// <param name="Threads">Threads.</param>
/// <param name="CpuSeconds">CPU time so far.</param>
internal sealed record ProcessReading(double MemoryMb, int Sockets, int Threads, double CpuSeconds)
{
    private const double KilobytesInMegabyte = 1024;
    private const double TicksInSecond = 100;

    /// <summary>Null if there is no such process any more.</summary>
    public static ProcessReading? Of(int processId)
    {
        try
        {
            var status = File.ReadLines($"/proc/{processId}/status").Select(line => line.Split(':', 2)).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new(
                Number(status["VmRSS"].Replace("kB", "", StringComparison.Ordinal)) / KilobytesInMegabyte,
                new DirectoryInfo($"/proc/{processId}/fd").EnumerateFiles().Count(file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true),
                (int)Number(status["Threads"]),
                (Number(fields[11]) + Number(fields[12])) / TicksInSecond);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
