using System.Runtime.InteropServices;

namespace Vts.LocalGateway.Functions;

/// <summary>Signals to a process, and the clock of the CPU time it used.</summary>
internal static partial class ProcessSignals
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>Stops every thread of the process until <see cref="Continue"/>; false if the process is gone.</summary>
    public static bool Stop(int pid) => Kill(pid, SigStop) == 0;

    /// <summary>Lets it go on; false if the process is gone.</summary>
    public static bool Continue(int pid) => Kill(pid, SigCont) == 0;

    /// <summary>CPU time used so far by all threads there are and were, user and system; null if the process is gone.</summary>
    public static TimeSpan? CpuTime(int pid) =>
        ProcessClock(pid, out var clock) == 0 && ReadClock(clock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
            : null;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ProcessClock(int pid, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, out TimeSpecification time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpecification
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
