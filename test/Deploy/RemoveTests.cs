namespace Vts.Deploy.Tests;

public sealed class RemoveTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public RemoveTests()
    {
        foreach (var stack in (string[])["vts-dev", "vts-dev-data", "vts-account", "CDKToolkit"])
        {
            _sandbox.Write($"fakes/stacks/{stack}", "CREATE_COMPLETE");
        }

        _sandbox.Write("fakes/table", "");
        _sandbox.Write("fakes/key-arn", "arn:aws:kms:eu-central-1:123456789012:key/1234\n");
        _sandbox.Write("fakes/key-state", "Enabled\n");
        foreach (var number in Enumerable.Range(0, 12))
        {
            Parameter($"/vts/dev/Callers/{number}/Name");
        }

        Parameter("/vts/dev-2/Callers/0/Name");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Without_data_only_the_service_goes_and_what_stays_is_told()
    {
        var run = await _sandbox.RunAsync("remove.sh", [], "yes", "vts-dev");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["CDKToolkit", "vts-account", "vts-dev-data"], Stacks());
        Assert.Equal(13, _sandbox.Parameters.Length);
        Assert.True(File.Exists(_sandbox.At("fakes/table")));
        Assert.Contains("vts-dev-GetCard", run.Output);
        Assert.Contains("take it away with --data", run.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.Contains("kms") || call.Contains("delete-parameters"));
    }

    [Fact]
    public async Task With_data_all_of_the_stage_goes_and_nothing_of_another()
    {
        var run = await _sandbox.RunAsync("remove.sh", ["--data", "--key-days", "7"], "yes", "vts-dev-data");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["CDKToolkit", "vts-account"], Stacks());
        Assert.Equal(["/vts/dev-2/Callers/0/Name"], _sandbox.Parameters);
        Assert.False(File.Exists(_sandbox.At("fakes/table")));
        Assert.Contains(_sandbox.Calls, call => call.Contains("schedule-key-deletion") && call.EndsWith("--pending-window-in-days 7", StringComparison.Ordinal));
        Assert.Contains("What remains:", run.Output);
        Assert.Contains("CDKToolkit", run.Output);
    }

    [Fact]
    public async Task Protection_is_lifted_before_and_the_key_goes_last()
    {
        await _sandbox.RunAsync("remove.sh", ["--data"], "yes", "vts-dev-data");

        int At(string text) => Array.FindIndex(_sandbox.Calls, call => call.Contains(text));
        Assert.True(At("delete-stack --stack-name vts-dev") < At("no-enable-termination-protection"));
        Assert.True(At("no-enable-termination-protection") < At("delete-stack --stack-name vts-dev-data"));
        Assert.True(At("no-deletion-protection-enabled") < At("dynamodb delete-table"));
        Assert.True(At("dynamodb delete-table") < At("schedule-key-deletion"));
    }

    [Theory]
    [InlineData("vts-de")]
    [InlineData("VTS-DEV")]
    [InlineData("yes")]
    [InlineData("")]
    public async Task Another_name_removes_nothing(string answer)
    {
        var run = await _sandbox.RunAsync("remove.sh", [], "yes", answer);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nothing was removed", run.Output);
        Assert.Equal(4, Stacks().Length);
    }

    [Fact]
    public async Task The_services_name_does_not_remove_the_data()
    {
        var run = await _sandbox.RunAsync("remove.sh", ["--data"], "yes", "vts-dev");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(4, Stacks().Length);
    }

    [Fact]
    public async Task A_removal_that_broke_off_is_gone_on_with_and_one_that_is_done_does_nothing()
    {
        _sandbox.Write("fakes/fail", "delete-table LimitExceededException later\n");
        var broken = await _sandbox.RunAsync("remove.sh", ["--data", "--yes"]);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("aws dynamodb delete-table failed", broken.Output);
        File.Delete(_sandbox.At("fakes/fail"));

        Assert.Equal(0, (await _sandbox.RunAsync("remove.sh", ["--data", "--yes"])).ExitCode);
        Assert.False(File.Exists(_sandbox.At("fakes/table")));
        _sandbox.Forget();
        var again = await _sandbox.RunAsync("remove.sh", ["--data", "--yes"]);

        Assert.Equal(0, again.ExitCode);
        Assert.DoesNotContain(_sandbox.Calls, call => call.Contains("delete-stack") || call.Contains("schedule-key-deletion") || call.Contains("delete-parameters"));
    }

    private void Parameter(string name)
    {
        Directory.CreateDirectory(_sandbox.At($"fakes/vault{name}"));
        _sandbox.Write($"fakes/vault{name}/version", "1\n");
    }

    private string[] Stacks() => [.. Directory.GetFiles(_sandbox.At("fakes/stacks")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
