namespace Vts.Deploy.Tests;

public sealed class SecretsFileTests : IDisposable
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_file_answers_all_questions_in_any_of_the_three_spellings()
    {
        var file = _sandbox.Private("secrets", $"""
            # a comment
            Extend/Accounts/main/Email=me@example.com
            Extend:Accounts:main:Password=pass=word # not a comment

            Callers__0__Name=dashboard
            Callers/0/TokenSha256={Hash}
            Extend/RequestsPerMinute=100
            """);

        var run = await _sandbox.RunAsync("deploy.sh", ["--yes", "--secrets", file]);

        Assert.Contains("Checking the new address", run.Output);
        Assert.Contains("\"Type\":\"SecureString\"", _sandbox.Request("/vts/dev/Extend/Accounts/main/Password"));
        Assert.Contains("\"Value\":\"pass=word # not a comment\"", _sandbox.Request("/vts/dev/Extend/Accounts/main/Password"));
        Assert.Contains($"\"Value\":\"{Hash}\"", _sandbox.Request("/vts/dev/Callers/0/TokenSha256"));
        Assert.Contains("\"Type\":\"String\"", _sandbox.Request("/vts/dev/Extend/RequestsPerMinute"));
        Assert.Contains("/vts/dev/Sessions/EncryptionKey", _sandbox.Parameters);
    }

    [Fact]
    public async Task What_is_there_stays_until_it_is_to_be_replaced()
    {
        await FirstDeployment.RunAsync(_sandbox);
        var key = _sandbox.Request("/vts/dev/Sessions/EncryptionKey");
        var file = _sandbox.Private("secrets", "Extend/Accounts/main/ApiSecret=other\n");

        await _sandbox.RunAsync("deploy.sh", ["--yes", "--secrets", file]);
        Assert.Contains("\"Value\":\"secret\"", _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
        await _sandbox.RunAsync("deploy.sh", ["--yes", "--secrets", file, "--replace", "secrets"]);

        Assert.Contains("\"Value\":\"other\"", _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
        Assert.Equal(key, _sandbox.Request("/vts/dev/Sessions/EncryptionKey"));
    }

    [Theory]
    [InlineData("canary", "line 1 of")]
    [InlineData("Elsewhere/Key=canary", "names no setting of VTS")]
    [InlineData("Deploy/Options=canary", "names no setting of VTS")]
    [InlineData("Callers/0/TokenSha256=canary", "never the token")]
    [InlineData("Sessions/EncryptionKey=canary", "openssl rand -base64 32")]
    [InlineData("Extend/Accounts/main/Password=", "is empty")]
    [InlineData("Extend/Accounts/main/Password=canary\r", "control characters")]
    [InlineData("Extend/Accounts/main/Password= canary", "a space")]
    public async Task A_wrong_line_is_told_by_its_place_without_its_value_and_nothing_is_written(string line, string told)
    {
        var run = await _sandbox.RunAsync("deploy.sh", ["--yes", "--secrets", _sandbox.Private("secrets", line + "\n")]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Output);
        Assert.DoesNotContain("canary", run.Output);
        Assert.Empty(_sandbox.Parameters);
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused_before_anything_is_done()
    {
        _sandbox.Write("secrets", "Extend/Accounts/main/Password=canary\n");
        File.SetUnixFileMode(_sandbox.At("secrets"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var run = await _sandbox.RunAsync("deploy.sh", ["--yes", "--secrets", "secrets"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("chmod 600", run.Output);
        Assert.Empty(_sandbox.Calls);
    }

    [Fact]
    public async Task A_token_of_the_users_own_becomes_the_callers()
    {
        var token = _sandbox.Private("mine", "a-token-of-my-own-0123456789\n");

        await _sandbox.RunAsync("deploy.sh", ["--token-file", token], "yes", "1", "key", "secret", "dashboard", "yes");

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("a-token-of-my-own-0123456789"u8));
        Assert.Contains(hash, _sandbox.Request("/vts/dev/Callers/0/TokenSha256"));
    }
}
