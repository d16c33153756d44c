namespace Vts.LocalGateway.Tests;

/// <summary>Processes, as the kernel tells of them.</summary>
internal static class Processes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until the process has ended and its parent has seen it.</summary>
    public static Task GoneAsync(int pid) => UntilAsync(() => !Directory.Exists($"/proc/{pid}"));

    /// <summary>Waits until the process is in this state: T for stopped, S for sleeping, R for running.</summary>
    public static Task InStateAsync(int pid, params char[] states) => UntilAsync(() => states.Contains(State(pid)));

    /// <summary>Waits until it is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var ticks = new PeriodicTimer(Between);
        while (!isSo())
        {
            await ticks.WaitForNextTickAsync(deadline.Token);
        }
    }

    public static char State(int pid) => File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1][0];
}
