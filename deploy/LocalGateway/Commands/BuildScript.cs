using System.Diagnostics;

namespace Vts.LocalGateway.Commands;

/// <summary>Publishes the functions whose inputs have changed.</summary>
internal static class BuildScript
{
    // Standard output is for answers.
    private const string ToStandardError = "exec \"$0\" \"$@\" >&2";

    /// <summary>Runs <c>deploy/build.sh</c>; what it prints goes to standard error.</summary>
    /// <exception cref="LocalGatewayException">It failed.</exception>
    public static async Task RunAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var script = Path.Combine(SourceTree.Root, "deploy/build.sh");
        if (!File.Exists(script))
        {
            throw new LocalGatewayException($"There is no {script}. Name a folder of published functions with --functions");
        }

        using var build = Process.Start(new ProcessStartInfo("bash", ["-c", ToStandardError, script, "--arch", "x64", .. names]) { UseShellExecute = false })!;
        await build.WaitForExitAsync(cancellationToken);
        if (build.ExitCode != 0)
        {
            throw new LocalGatewayException("The functions could not be published; see above. To try it alone: deploy/build.sh --arch x64");
        }
    }
}
