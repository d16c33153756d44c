namespace Vts.Deploy.Tests;

public sealed class DryRunTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public DryRunTests()
    {
        _sandbox.Remove("aws");
        _sandbox.Remove("dotnet");
        File.Delete(_sandbox.At("fakes/configure-region"));
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_dry_deployment_needs_no_account_and_no_tool_of_aws_and_shows_every_command()
    {
        _sandbox.Write("deploy/template.json", "{}");

        var run = await _sandbox.RunAsync("deploy.sh", ["--dry-run", "--stage", "prod", "--alarm-email", "ops@example.com"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: missing here: dotnet aws.", run.Output);
        Assert.All(
            [
                "$ aws sts get-caller-identity", "$ deploy/build.sh --arch arm64", "$ cdk bootstrap 'aws://<account>/<region>'", "$ cdk deploy vts-prod-data",
                "$ aws ssm put-parameter --cli-input-json", "/vts/prod/Extend/Accounts/main/ApiSecret (SecureString) = <asked>",
                "/vts/prod/Sessions/EncryptionKey (SecureString) = <made>", "alarmEmail=ops@example.com arch=arm64", "$ cdk diff vts-prod", "$ cdk deploy vts-prod --app",
            ],
            (string text) => Assert.Contains(text, run.Output));
    }

    [Fact]
    public async Task It_makes_the_templates_with_stand_ins_for_functions_and_compares_them_and_that_is_all()
    {
        _sandbox.Write("deploy/template.json", "{}");
        var before = _sandbox.Traces().Order(StringComparer.Ordinal).ToArray();

        await _sandbox.RunAsync("deploy.sh", ["--dry-run"]);

        Assert.Equal(["cdk synth", "cdk diff"], _sandbox.Calls.Select(call => string.Join(' ', call.Split(' ').Take(2))));
        Assert.Contains("-c functions=", _sandbox.Calls[0]);
        Assert.Contains("--template template.json", _sandbox.Calls[1]);
        Assert.Equal(before, _sandbox.Traces().Where(path => !path.EndsWith(".log", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Secrets_of_a_file_are_shown_as_asked()
    {
        var file = _sandbox.Private("secrets", "Extend/Accounts/main/Password=canary\nExtend/Accounts/main/Email=me@example.com\n");

        var run = await _sandbox.RunAsync("deploy.sh", ["--dry-run", "--secrets", file]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("/vts/dev/Extend/Accounts/main/Password (SecureString) = <asked>", run.Output);
        Assert.DoesNotContain("canary", run.Output);
    }

    [Fact]
    public async Task A_dry_removal_shows_every_command_and_calls_none()
    {
        var run = await _sandbox.RunAsync("remove.sh", ["--dry-run", "--data"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["delete-stack --stack-name vts-dev", "--no-enable-termination-protection", "delete-table", "delete-parameters", "delete-log-group", "schedule-key-deletion"],
            text => Assert.Contains(text, run.Output));
        Assert.DoesNotContain("gone", run.Output);
        Assert.Empty(_sandbox.Calls);
    }
}
