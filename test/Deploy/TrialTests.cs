namespace Vts.Deploy.Tests;

public sealed class TrialTests : IAsyncLifetime
{
    private readonly Sandbox _sandbox = new();

    public async ValueTask InitializeAsync()
    {
        var first = await FirstDeployment.RunAsync(_sandbox);
        Assert.DoesNotContain(_sandbox.Calls, call => call.StartsWith("replay", StringComparison.Ordinal));
        Assert.Contains("of the checks failed", first.Output);
        _sandbox.Forget();
        _sandbox.Write("fakes/aliases/vts-dev-ListCards", "7\n");
        _sandbox.Write("fakes/aliases/vts-dev-GetCard", "12\n");
        _sandbox.Write("fakes/code/live", "old");
        _sandbox.Write("fakes/code/$LATEST", "new");
    }

    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task New_versions_are_published_and_compared_before_the_alias_moves()
    {
        await DeployAsync("--yes");

        Assert.Equal(
            ["synth", "deploy vts-dev-data", "synth", "synth serving=ListCards:7,GetCard:12", "deploy vts-dev", "synth", "replay", "deploy vts-dev"],
            Steps());
        Assert.Matches(@"^replay compare lambda:vts-dev:live lambda:vts-dev:\$LATEST --token-file \S+/token$", Replays().Single());
    }

    [Fact]
    public async Task Where_they_differ_no_call_goes_to_the_new_versions_and_yes_alone_does_not_accept_it()
    {
        _sandbox.Write("fakes/replay-status", "1");

        var run = await DeployAsync("--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("replay says what differs", run.Output);
        Assert.Contains("--accept-differences", run.Output);
        Assert.Equal("replay", Steps()[^1]);
    }

    [Fact]
    public async Task A_difference_that_is_meant_is_accepted_by_an_option()
    {
        _sandbox.Write("fakes/replay-status", "1");

        await DeployAsync("--yes", "--accept-differences");

        Assert.Equal(["replay", "deploy vts-dev"], Steps()[^2..]);
    }

    [Theory]
    [InlineData("yes", "deploy vts-dev")]
    [InlineData("no", "replay")]
    public async Task Without_yes_it_is_asked_whether_a_difference_is_meant(string answer, string last)
    {
        _sandbox.Write("fakes/replay-status", "1");

        var run = await _sandbox.RunAsync("deploy.sh", ["--token-file", "token"], "yes", "yes", answer);

        Assert.Contains("The new versions answer differently. Is that meant", run.Output);
        Assert.Equal(last, Steps()[^1]);
    }

    [Fact]
    public async Task A_comparison_that_could_not_be_made_is_no_agreement()
    {
        _sandbox.Write("fakes/replay-status", "2");

        var run = await DeployAsync("--yes", "--accept-differences");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("could not be compared", run.Output);
        Assert.Equal("replay", Steps()[^1]);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_compared()
    {
        _sandbox.Write("fakes/code/$LATEST", "old");

        var run = await DeployAsync("--yes");

        Assert.Contains("no function has changed", run.Output);
        Assert.Empty(Replays());
    }

    [Fact]
    public async Task Without_a_token_it_is_told_that_nothing_is_compared()
    {
        var run = await _sandbox.RunAsync("deploy.sh", ["--yes"]);

        Assert.Contains("give --token-file, and new versions are compared", run.Output);
        Assert.Empty(Replays());
        Assert.DoesNotContain(_sandbox.Calls, call => call.Contains("serving="));
    }

    [Fact]
    public async Task The_versions_that_served_are_not_kept_as_an_option()
    {
        await DeployAsync("--yes");

        Assert.DoesNotContain("serving", _sandbox.Request("/vts/dev/Deploy/Options"));
        Assert.Equal(2, (await _sandbox.RunAsync("deploy.sh", ["--context", "serving=GetCard:1"])).ExitCode);
    }

    private Task<ScriptRun> DeployAsync(params string[] options) => _sandbox.RunAsync("deploy.sh", ["--token-file", "token", .. options]);

    private string[] Replays() => [.. _sandbox.Calls.Where(call => call.StartsWith("replay", StringComparison.Ordinal))];

    private string[] Steps() =>
    [
        .. from call in _sandbox.Calls
           let words = call.Split(' ')
           where words[0] == "replay" || words is ["cdk", "synth" or "deploy", ..]
           select words[0] == "replay" ? "replay"
               : words[1] == "deploy" ? $"deploy {words[2]}"
               : words.FirstOrDefault(word => word.StartsWith("serving=", StringComparison.Ordinal)) is { } serving ? $"synth {serving}"
               : "synth",
    ];
}
