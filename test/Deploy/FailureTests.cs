namespace Vts.Deploy.Tests;

public sealed class FailureTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task All_missing_tools_are_told_at_once_with_the_line_that_installs_them()
    {
        foreach (var tool in (string[])["aws", "node", "ld.lld", "aarch64-linux-gnu-gcc", "dotnet"])
        {
            _sandbox.Remove(tool);
        }

        var run = await _sandbox.RunAsync("deploy.sh", []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("dotnet", run.Output);
        Assert.Matches("apt-get install -y nodejs awscli .*lld gcc-aarch64-linux-gnu", run.Output);
        Assert.Empty(_sandbox.Calls);
    }

    [Fact]
    public async Task Without_credentials_it_says_how_to_get_them()
    {
        _sandbox.Write("fakes/no-credentials", "");

        var run = await _sandbox.RunAsync("deploy.sh", []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The token has expired", run.Output);
        Assert.Contains("aws sso login", run.Output);
    }

    [Fact]
    public async Task Without_a_region_it_asks_for_one()
    {
        File.Delete(_sandbox.At("fakes/configure-region"));

        var run = await _sandbox.RunAsync("deploy.sh", []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--region us-east-1", run.Output);
    }

    [Theory]
    [InlineData("deploy vts-dev-data", "stack vts-dev-data was not deployed", 0)]
    [InlineData("deploy vts-dev --app", "stack vts-dev was not deployed", 6)]
    [InlineData("synth", "the templates could not be made", 0)]
    [InlineData("bootstrap", "CDK could not prepare the account", 0)]
    public async Task A_failure_says_what_failed_and_the_next_run_goes_on_from_there(string failing, string told, int written)
    {
        _sandbox.Write("fakes/fail-cdk", failing);
        var failed = await FirstDeployment.RunAsync(_sandbox);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("cdk says why", failed.Output);
        Assert.Contains(told, failed.Output);
        Assert.Contains("What to do:", failed.Output);
        Assert.Equal(written, _sandbox.Parameters.Length);
        File.Delete(_sandbox.At("fakes/fail-cdk"));
        await using var gateway = await FakeGateway.StartAsync();
        _sandbox.Address = gateway.Address;

        var run = written == 0
            ? await FirstDeployment.RunAsync(_sandbox)
            : await _sandbox.RunAsync("deploy.sh", ["--token-file", "token"], "yes", "yes");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(7, _sandbox.Parameters.Length);
    }

    [Fact]
    public async Task Parameters_written_before_a_failure_are_kept_and_only_the_rest_is_asked()
    {
        _sandbox.Write("fakes/fail", "put:ApiSecret AccessDeniedException no\n");
        var failed = await FirstDeployment.RunAsync(_sandbox);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("ApiSecret was not written (AccessDeniedException)", failed.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.StartsWith("cdk deploy vts-dev --app", StringComparison.Ordinal));
        File.Delete(_sandbox.At("fakes/fail"));

        var run = await _sandbox.RunAsync("deploy.sh", ["--yes"], "secret");

        Assert.Contains("Extend API secret", run.Output);
        Assert.DoesNotContain("Extend API key", run.Output);
        Assert.DoesNotContain("Which login", run.Output);
        Assert.Contains("\"Value\":\"secret\"", _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
    }

    [Fact]
    public async Task Answers_that_end_early_write_nothing()
    {
        var run = await _sandbox.RunAsync("deploy.sh", ["--token-file", "token"], "yes", "1", "key");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there was no answer to 'Extend API secret (not shown)'", run.Output);
        Assert.Empty(_sandbox.Parameters);
    }

    [Fact]
    public async Task A_token_that_nobody_would_see_is_not_made()
    {
        var run = await _sandbox.RunAsync("deploy.sh", [], "yes", "1", "key", "secret", "dashboard", "yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--token-file", run.Output);
        Assert.Empty(_sandbox.Parameters);
    }

    [Theory]
    [InlineData("vts-dev", "UPDATE_IN_PROGRESS", "being changed by somebody else")]
    [InlineData("vts-dev", "UPDATE_ROLLBACK_FAILED", "continue-update-rollback")]
    [InlineData("vts-dev-data", "ROLLBACK_COMPLETE", "deploy/remove.sh --stage dev --data")]
    public async Task A_stack_that_cannot_be_changed_is_told_with_what_to_do(string stack, string state, string told)
    {
        _sandbox.Write($"fakes/stacks/{stack}", state);

        var run = await FirstDeployment.RunAsync(_sandbox);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.StartsWith($"cdk deploy {stack} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_look_is_not_taken_for_something_missing()
    {
        _sandbox.Write("fakes/fail", "CDKToolkit AccessDenied you_may_not\n");

        var run = await FirstDeployment.RunAsync(_sandbox);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("you_may_not", run.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.StartsWith("cdk bootstrap", StringComparison.Ordinal));
    }
}
