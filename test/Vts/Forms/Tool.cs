using System.ComponentModel;
using System.Diagnostics;

namespace Vts.Tests.Forms;

/// <summary>Runs another program to its end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    /// <summary>What it wrote to its standard output.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await Task.WhenAll(output, errors, process.WaitForExitAsync()).WaitAsync(Most);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    /// <summary>Skips the test where the machine has no such program.</summary>
    public static void Need(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            process!.WaitForExit(Most);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"This machine has no {program}; test.sh installs it.");
        }
    }
}
