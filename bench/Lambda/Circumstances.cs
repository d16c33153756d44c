using System.Diagnostics;

namespace Vts.Bench.Lambda;

/// <summary>What the figures depend on.</summary>
internal static class Circumstances
{
    private const string Versions = "import sys, boto3, requests; print(f'Python {sys.version.split()[0]}, boto3 {boto3.__version__}, requests {requests.__version__}')";

    public static Dictionary<string, string> Read(bool isQuick, TimeProvider time)
    {
        var changed = Output("git", "status", "--porcelain", "--", ".", ":!bench/results").Length > 0;
        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[1] ?? "?";
        var system = File.ReadLines("/etc/os-release").First(line => line.StartsWith("PRETTY_NAME", StringComparison.Ordinal)).Split('"')[1];
        return new(StringComparer.Ordinal)
        {
            ["Mode"] = isQuick ? "quick: few rounds, for a first look" : "full",
            ["Date"] = $"{time.GetUtcNow():yyyy-MM-dd HH:mm} UTC",
            ["Command"] = isQuick ? "bench/lambda.sh --quick" : "bench/lambda.sh",
            ["Commit"] = Output("git", "rev-parse", "--short", "HEAD") + (changed ? " with changes not committed" : ""),
            ["Machine"] = $"{Environment.ProcessorCount} cores, {cpu.Trim()}, {system}",
            ["Versions"] = $".NET SDK {Output("dotnet", "--version")} (the function is a native binary), {Output("/usr/bin/python3", "-c", Versions)}",
            ["Load before"] = MachineLoad.Averages(),
        };
    }

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
