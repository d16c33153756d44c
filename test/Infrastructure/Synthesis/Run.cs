using System.Diagnostics;

namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>A program that has run in <c>deploy/</c>, with no way to a network and no account.</summary>
internal sealed record Run(int ExitCode, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<Run> OfAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Testing.Repository.Root, "deploy"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Port 9 discards: whoever tries to reach anything fails at once.
        start.Environment["HTTP_PROXY"] = start.Environment["HTTPS_PROXY"] = "http://127.0.0.1:9";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["CDK_DISABLE_VERSION_CHECK"] = "true";
        start.Environment["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "1";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new Run(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException slow)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {Limit}", slow);
        }
    }
}
