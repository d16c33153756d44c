using System.Diagnostics;

namespace Vts.Bench.Soak.Report;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    public static string Name()
    {
        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? "?";
        var system = File.ReadLines("/etc/os-release").First(line => line.StartsWith("PRETTY_NAME", StringComparison.Ordinal)).Split('"')[1];
        return $"{Environment.ProcessorCount} cores, {cpu.Trim()}, {system}";
    }

    public static string Commit()
    {
        var isChanged = Output("git", "status", "--porcelain", "--", "src").Length > 0;
        return Output("git", "rev-parse", "--short", "HEAD") + (isChanged ? " with changes to src that are not committed" : "");
    }

    public static string Sdk() => Output("dotnet", "--version");

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root, UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }
}
