namespace Vts.Deploy.Tests;

public sealed class OptionTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("deploy.sh", "--nonsense")]
    [InlineData("deploy.sh", "--stage")]
    [InlineData("deploy.sh", "--stage", "Prod")]
    [InlineData("deploy.sh", "--stage", "a-stage-of-21-letters")]
    [InlineData("deploy.sh", "--stage", "x\ny")]
    [InlineData("deploy.sh", "--arch", "mips")]
    [InlineData("deploy.sh", "--region", "here")]
    [InlineData("deploy.sh", "--alarm-email", "nobody")]
    [InlineData("deploy.sh", "--context", "a b=c")]
    [InlineData("deploy.sh", "--context", "a=b c")]
    [InlineData("deploy.sh", "--context", "stage=other")]
    [InlineData("deploy.sh", "--replace", "all")]
    [InlineData("deploy.sh", "--replace", "secrets")]
    [InlineData("deploy.sh", "--secrets", "missing")]
    [InlineData("remove.sh", "--nonsense")]
    [InlineData("remove.sh", "--stage", "-x")]
    [InlineData("remove.sh", "--region", "here")]
    [InlineData("remove.sh", "--key-days", "6")]
    [InlineData("remove.sh", "--key-days", "31")]
    public async Task A_wrong_option_is_refused_before_anything_is_done(string script, params string[] arguments)
    {
        var run = await _sandbox.RunAsync(script, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("see --help", run.Output);
        Assert.Empty(_sandbox.Calls);
    }

    [Theory]
    [InlineData("deploy.sh", "--stage --arch --region --alarm-email --context --secrets --token-file --replace --yes --dry-run")]
    [InlineData("remove.sh", "--stage --region --data --key-days --yes --dry-run")]
    public async Task Help_tells_every_option(string script, string options)
    {
        var run = await _sandbox.RunAsync(script, ["--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(options.Split(' '), option => Assert.Contains($"  {option} ", run.Output));
    }
}
