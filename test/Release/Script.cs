using System.Diagnostics;
using Vts.Testing;

namespace Vts.Release.Tests;

/// <summary>Runs a script of the repository and waits for its end.</summary>
internal static class Script
{
    /// <summary>The status and all that was written.</summary>
    public static Task<(int Status, string Output)> RunAsync(string path, params string[] arguments) => RunAsync(path, arguments, tools: null);

    /// <param name="path">The script, from the root.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="tools">A folder whose programs stand in for those of the same name.</param>
    public static async Task<(int Status, string Output)> RunAsync(string path, string[] arguments, string? tools)
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Repository.Root, path), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Habits that must not show in what is made.
        start.Environment["TZ"] = "Asia/Kathmandu";
        start.Environment["LANG"] = "tr_TR.UTF-8";
        if (tools is not null)
        {
            start.Environment["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}";
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }
}
