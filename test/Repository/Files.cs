using System.Diagnostics;

namespace Vts.Repository.Tests;

/// <summary>The files under version control.</summary>
internal static class Files
{
    public static string Full(string path) => Path.Combine(Testing.Repository.Root, path);

    /// <summary>Paths from the root, with forward slashes, that match the pattern in any folder.</summary>
    public static string[] Tracked(string pattern)
    {
        var start = new ProcessStartInfo("git", ["-C", Testing.Repository.Root, "ls-files", "--cached", "--others", "--exclude-standard", "--", pattern])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Where(path => File.Exists(Full(path)))];
    }
}
