using System.Globalization;
using System.Runtime.InteropServices;

namespace Vts.LocalGateway.Functions;

/// <summary>The memory of a process, as the kernel tells it.</summary>
/// <param name="ResidentKilobytes">Resident now (VmRSS).</param>
/// <param name="PeakKilobytes">The most that was resident at once (VmHWM).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProcessMemory(long ResidentKilobytes, long PeakKilobytes)
{
    /// <summary>Null if the process is gone.</summary>
    public static ProcessMemory? Of(int pid)
    {
        try
        {
            long? resident = null;
            long? peak = null;
            foreach (var line in File.ReadLines($"/proc/{pid}/status"))
            {
                resident ??= Value(line, "VmRSS:");
                peak ??= Value(line, "VmHWM:");
            }

            return resident is null || peak is null ? null : new ProcessMemory(resident.Value, peak.Value);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long? Value(string line, string name) => line.StartsWith(name, StringComparison.Ordinal)
        ? long.Parse(line.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture)
        : null;
}
