namespace Vts.Deploy.Tests;

/// <summary>Planted secrets, searched for wherever a run leaves anything.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Key = "canary-key";
    private const string Secret = """canary-secret "quoted" \back $(id) %s 'x' ü""";

    private readonly Sandbox _sandbox = new(spied: true);

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_secret_is_on_a_command_line_in_an_environment_in_the_output_or_left_on_disk_even_when_traced(bool traced)
    {
        // Names that a script might use, exported by the user's shell.
        foreach (var name in (string[])["answer", "value", "line", "token", "TOKEN", "SECRET", "FOUND"])
        {
            _sandbox.Variable(name, "exported");
        }

        await using var gateway = await FakeGateway.StartAsync();
        _sandbox.Address = gateway.Address;
        string[] command = ["/usr/bin/setsid", "--wait", "/bin/bash", .. traced ? (string[])["-x", "-a"] : [], _sandbox.At("deploy/deploy.sh"), "--token-file", "token"];

        var run = await _sandbox.RunAsync(command, ["yes", "1", Key, Secret, "dashboard", "yes"]);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("\"Value\":\"" + Secret.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"}", _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
        var token = await File.ReadAllTextAsync(_sandbox.At("token"));
        AssertNowhere(run, "canary-secret", _sandbox.At("token"));
        AssertNowhere(run, token, _sandbox.At("token"));
        AssertNowhere(run, _sandbox.Request("/vts/dev/Sessions/EncryptionKey").Split('"')[^2]);
        Assert.False(File.Exists(_sandbox.At("fakes/faults.log")));
        Assert.Empty(Directory.GetFileSystemEntries(_sandbox.At("tmp")));
    }

    [Fact]
    public async Task What_aws_says_of_a_value_it_refuses_is_not_repeated()
    {
        _sandbox.Write("fakes/fail", "put:ApiSecret ValidationException ECHO\n");

        var run = await FirstAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/vts/dev/Extend/Accounts/main/ApiSecret was not written (ValidationException)", run.Output);
        AssertNowhere(run, "canary-secret");
    }

    [Fact]
    public async Task A_command_line_that_keeps_a_history_of_requests_is_refused()
    {
        _sandbox.Write("fakes/configure-cli_history", "enabled\n");

        var run = await FirstAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("aws configure set cli_history disabled", run.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.StartsWith("put ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_end_by_a_signal_takes_the_private_folder_away()
    {
        // The stand-in build ends its parent, as a user does who presses Ctrl-C.
        _sandbox.Write("deploy/build.sh", "#!/bin/bash\necho \"$TMPDIR\"/vts-* >\"$FAKES/private.log\"\nkill -TERM $PPID\n");

        var run = await FirstAsync();

        Assert.Equal(143, run.ExitCode);
        Assert.Matches("/vts-[A-Za-z0-9]{8}$", (await File.ReadAllTextAsync(_sandbox.At("fakes/private.log"))).TrimEnd());
        Assert.Empty(Directory.GetFileSystemEntries(_sandbox.At("tmp")));
        Assert.Contains("run the same command again", run.Output);
    }

    private Task<ScriptRun> FirstAsync() => _sandbox.RunAsync("deploy.sh", ["--token-file", "token"], "yes", "1", Key, Secret, "dashboard", "yes");

    private void AssertNowhere(ScriptRun run, string secret, params string[] but)
    {
        Assert.DoesNotContain(secret, run.Output);
        Assert.All(_sandbox.Traces(but), path => Assert.DoesNotContain(secret, File.ReadAllText(path)));
    }
}
