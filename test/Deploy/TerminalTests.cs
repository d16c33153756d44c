using System.Diagnostics;
using System.Text;

namespace Vts.Deploy.Tests;

/// <summary>The scripts at a terminal: what a person sees, and what a log of the output holds.</summary>
public sealed class TerminalTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Secrets_are_not_echoed_and_the_token_is_shown_once_at_the_terminal_and_in_no_log()
    {
        var seen = await TypeAsync(
            "deploy/deploy.sh >log 2>&1",
            ("Is this meant?", "yes"), ("1 or 2", "1"), ("Extend API key", "visible-key"), ("API secret", "canary-secret"), ("caller's name", "dashboard"), ("Deploy this", "yes"));

        Assert.Contains("visible-key", seen);
        Assert.DoesNotContain("canary-secret", seen);
        var token = seen.Split("only its SHA-256:")[1].Trim().Split('\r')[0];
        Assert.Equal(64, token.Length);
        Assert.Equal(2, seen.Split(token).Length);
        var log = await File.ReadAllTextAsync(_sandbox.At("log"));
        Assert.DoesNotContain("canary-secret", log);
        Assert.DoesNotContain(token, log);
        Assert.Contains("\"Value\":\"canary-secret\"", _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
    }

    [Fact]
    public async Task Cdk_may_ask_at_the_terminal_before_permissions_widen()
    {
        await TypeAsync(
            "deploy/deploy.sh",
            ("Is this meant?", "yes"), ("1 or 2", "2"), ("e-mail", "me@example.com"), ("password", "canary"), ("caller's name", "dashboard"), ("Deploy this", "yes"));

        Assert.All(_sandbox.Calls.Where(call => call.StartsWith("cdk deploy", StringComparison.Ordinal)), call => Assert.Contains("--require-approval broadening", call));
        Assert.Contains("cdk has a terminal", await File.ReadAllTextAsync(_sandbox.At("fakes/stdin.log")));
        Assert.DoesNotContain("aws has a terminal", await File.ReadAllTextAsync(_sandbox.At("fakes/stdin.log")));
    }

    // Types each answer when its question has appeared; what the terminal showed.
    private async Task<string> TypeAsync(string command, params (string Question, string Answer)[] dialogue)
    {
        using var process = Process.Start(_sandbox.Start(["/usr/bin/script", "-qefc", command, "/dev/null"]))!;
        var seen = new StringBuilder();
        foreach (var (question, answer) in dialogue)
        {
            var from = seen.Length;
            while (!seen.ToString(from, seen.Length - from).Contains(question, StringComparison.Ordinal))
            {
                await ReadAsync(process, seen);
            }

            await process.StandardInput.WriteAsync(answer + "\n");
            await process.StandardInput.FlushAsync();
        }

        while (await ReadAsync(process, seen))
        {
            // Until the script ends.
        }

        return seen.ToString();
    }

    private static async Task<bool> ReadAsync(Process process, StringBuilder seen)
    {
        var buffer = new char[1024];
        var count = await process.StandardOutput.ReadAsync(buffer).AsTask().WaitAsync(Patience);
        seen.Append(buffer, 0, count);
        return count > 0;
    }
}
