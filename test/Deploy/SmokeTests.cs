namespace Vts.Deploy.Tests;

public sealed class SmokeTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_operations_are_read_with_the_new_token_and_the_address_is_told()
    {
        await using var gateway = await StartAsync();

        var run = await FirstDeployment.RunAsync(_sandbox);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "/me", "/cards", "/cards/active", "/cards/vc_A681POqRINI7goyrCNPff7", "/cards/vc_A681POqRINI7goyrCNPff7/transactions", "/transactions",
                "/transactions/summary", "/cards.csv",
            ],
            gateway.Reads);
        Assert.Equal([await File.ReadAllTextAsync(_sandbox.At("token"))], gateway.Tokens.Distinct());
        Assert.Contains($"VTS dev answers at {gateway.Address}dev", run.Output);
        Assert.Contains($"curl -H \"token: $TOKEN\" {gateway.Address}dev/cards/active", run.Output);
        Assert.Contains("To go back:", run.Output);
    }

    [Fact]
    public async Task A_company_without_cards_is_well()
    {
        await using var gateway = await StartAsync();
        gateway.Cards = "[]";

        var run = await FirstDeployment.RunAsync(_sandbox);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(8, gateway.Reads.Count);
    }

    [Fact]
    public async Task A_503_that_says_what_is_wrong_at_extend_is_told_and_is_no_fault_of_the_deployment()
    {
        await using var gateway = await StartAsync();
        gateway.Trouble = (503, "extend_credential_refused");

        var run = await FirstDeployment.RunAsync(_sandbox);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("extend_credential_refused: The title. What to do.", run.Output);
    }

    [Theory]
    [InlineData(500, "internal_error")]
    [InlineData(401, "token_invalid")]
    public async Task Any_other_answer_fails_the_check_and_says_how_to_go_back(int status, string code)
    {
        await using var gateway = await StartAsync();
        gateway.Trouble = (status, code);

        var run = await FirstDeployment.RunAsync(_sandbox);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(code, run.Output);
        Assert.Contains("8 of the checks failed", run.Output);
        Assert.Contains("check out the commit", run.Output);
    }

    [Fact]
    public async Task Without_a_token_only_what_needs_none_is_checked()
    {
        await using var gateway = await StartAsync();
        await FirstDeployment.RunAsync(_sandbox);
        gateway.Reads.Clear();

        var run = await _sandbox.RunAsync("deploy.sh", ["--yes"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(gateway.Reads);
        Assert.Contains("--token-file", run.Output);
    }

    private async Task<FakeGateway> StartAsync()
    {
        var gateway = await FakeGateway.StartAsync();
        _sandbox.Address = gateway.Address;
        return gateway;
    }
}
