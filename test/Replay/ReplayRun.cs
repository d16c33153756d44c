using System.Diagnostics;

namespace Vts.Bench.Replay.Tests;

/// <summary>How a run of the tool ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record ReplayRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it with a token in its environment.</summary>
    public static Task<ReplayRun> OfAsync(params string[] arguments) => OfAsync(TwoBuilds.Token, null, arguments);

    /// <summary>Runs it.</summary>
    /// <param name="token">The token in its environment; null for none.</param>
    /// <param name="tools">A folder of commands that it finds first; null for none.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<ReplayRun> OfAsync(string? token, string? tools, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "vts-replay"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["VTS_TOKEN"] = token;
        start.Environment["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}".TrimStart(':');
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new ReplayRun(process.ExitCode, await output, await errors);
    }
}
