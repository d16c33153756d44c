using System.Diagnostics;

namespace Vts.Bench.Lambda;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    public static string Name()
    {
        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? "?";
        var system = File.ReadLines("/etc/os-release").First(line => line.StartsWith("PRETTY_NAME", StringComparison.Ordinal)).Split('"')[1];
        return $"{Environment.ProcessorCount} cores, {cpu.Trim()}, {system}";
    }

    /// <summary>The commit that is checked out.</summary>
    /// <param name="changed">What to say if any of the files differs from it.</param>
    /// <param name="files">The files, as git takes them.</param>
    public static string Commit(string changed, params string[] files) =>
        Output("git", "rev-parse", "--short", "HEAD") + (Output("git", ["status", "--porcelain", "--", .. files]).Length > 0 ? changed : "");

    public static string Sdk() => Output("dotnet", "--version");

    public static string Output(string program, params string[] arguments)
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
