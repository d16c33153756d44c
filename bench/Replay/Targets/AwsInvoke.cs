using System.ComponentModel;
using System.Diagnostics;
using Vts.Bench.Replay.Asking;

namespace Vts.Bench.Replay.Targets;

/// <summary>Invokes a function by AWS's command line. The event, which holds the token, goes through a file that only this user may read.</summary>
internal static class AwsInvoke
{
    public static async Task<Answer> RunAsync(string function, string qualifier, byte[] payload, TimeSpan patience, CancellationToken cancellationToken)
    {
        // The folder is made with mode 0700.
        var folder = Directory.CreateTempSubdirectory("vts-replay-").FullName;
        try
        {
            var (given, taken) = (Path.Combine(folder, "event.json"), Path.Combine(folder, "answer.json"));
            await using (var file = PrivateFile.Create(given))
            {
                await file.WriteAsync(payload, cancellationToken);
            }

            return await RunAsync(
                ["lambda", "invoke", "--function-name", function, "--qualifier", qualifier, "--payload", $"fileb://{given}", "--query", "FunctionError", "--output", "text", taken],
                taken, patience, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Answer> RunAsync(string[] arguments, string taken, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        using var aws = Start(arguments);
        try
        {
            var (output, errors) = (aws.StandardOutput.ReadToEndAsync(limit.Token), aws.StandardError.ReadToEndAsync(limit.Token));
            await aws.WaitForExitAsync(limit.Token);
            var error = (await output).Trim();
            return aws.ExitCode != 0 ? Answer.None($"aws lambda invoke failed: {(await errors).Trim()}")
                : error is not ("" or "None") ? Answer.None($"the function failed ({error})")
                : LambdaAnswer.Read(await File.ReadAllBytesAsync(taken, cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer.None($"nothing came within {patience.TotalSeconds} s");
        }
        finally
        {
            if (!aws.HasExited)
            {
                aws.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("aws", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["AWS_PAGER"] = "";
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ReplayException("AWS's command line (aws) is missing.");
        }
    }
}
