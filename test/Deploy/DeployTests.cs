namespace Vts.Deploy.Tests;

public sealed class DeployTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_first_run_prepares_the_account_then_makes_data_secrets_and_service_in_this_order()
    {
        var run = await FirstAsync();

        Assert.Equal(0, FaultOfCheckOnly(run));
        var steps = _sandbox.Calls.Where(call => !call.StartsWith("aws ", StringComparison.Ordinal) || call.Contains("sts ")).Select(Short).ToArray();
        Assert.Equal(
            [
                "aws sts get-caller-identity", "build.sh --arch arm64", "cdk synth --quiet", "cdk bootstrap aws://123456789012/eu-central-1", "cdk deploy vts-account",
                "cdk deploy vts-dev-data", "put /vts/dev/Callers/0/Account", "put /vts/dev/Callers/0/Name", "put /vts/dev/Callers/0/TokenSha256",
                "put /vts/dev/Extend/Accounts/main/ApiKey", "put /vts/dev/Extend/Accounts/main/ApiSecret", "put /vts/dev/Sessions/EncryptionKey", "cdk synth --quiet",
                "cdk diff vts-dev", "cdk deploy vts-dev", "put /vts/dev/Deploy/Options",
            ],
            steps.Where(step => !step.StartsWith("sleep", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Secrets_are_encrypted_with_the_stages_key_and_what_is_public_is_not()
    {
        await FirstAsync();

        Assert.Equal("""{"Name":"/vts/dev/Extend/Accounts/main/ApiSecret","Type":"SecureString","Tier":"Standard","Overwrite":true,"KeyId":"alias/vts-dev","Value":"secret"}""", _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
        Assert.Equal("""{"Name":"/vts/dev/Callers/0/Name","Type":"String","Tier":"Standard","Overwrite":true,"Value":"dashboard"}""", _sandbox.Request("/vts/dev/Callers/0/Name"));
        Assert.Matches(@"""Type"":""SecureString"".*""KeyId"":""alias/vts-dev"",""Value"":""[A-Za-z0-9+/]{43}=""", _sandbox.Request("/vts/dev/Sessions/EncryptionKey"));
    }

    [Fact]
    public async Task Only_the_hash_of_a_new_token_is_written_and_the_token_goes_to_a_file_that_only_the_user_reads()
    {
        await FirstAsync();

        var token = await File.ReadAllTextAsync(_sandbox.At("token"));
        Assert.Matches("^[0-9a-f]{64}$", token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_sandbox.At("token")));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
        Assert.Contains($"\"Value\":\"{hash}\"", _sandbox.Request("/vts/dev/Callers/0/TokenSha256"));
    }

    [Fact]
    public async Task A_second_run_asks_for_nothing_that_is_there_and_prepares_nothing_again()
    {
        await FirstAsync();
        _sandbox.Forget();

        var run = await _sandbox.RunAsync("deploy.sh", [], "yes", "yes");

        Assert.Equal(0, FaultOfCheckOnly(run));
        Assert.DoesNotContain("Extend API key", run.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.Contains("bootstrap") || call.Contains("cdk deploy vts-account"));
        Assert.Equal(["put /vts/dev/Deploy/Options"], _sandbox.Calls.Where(call => call.StartsWith("put ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Options_of_the_last_time_hold_until_they_are_given_again_or_taken_back()
    {
        await FirstAsync("--arch", "x64", "--alarm-email", "ops@example.com", "--context", "trustStore=system");
        _sandbox.Forget();
        await _sandbox.RunAsync("deploy.sh", ["--yes"]);
        Assert.Contains(_sandbox.Calls, call => call.StartsWith("cdk synth", StringComparison.Ordinal) && call.Contains("-c stage=dev -c alarmEmail=ops@example.com -c arch=x64") && call.Contains("-c trustStore=system"));
        Assert.Contains("build.sh --arch x64", _sandbox.Calls);
        _sandbox.Forget();

        await _sandbox.RunAsync("deploy.sh", ["--yes", "--context", "trustStore="]);

        Assert.DoesNotContain(_sandbox.Calls, call => call.Contains("trustStore"));
        Assert.Contains("\"Value\":\"alarmEmail=ops@example.com arch=x64\"", _sandbox.Request("/vts/dev/Deploy/Options"));
    }

    [Fact]
    public async Task The_version_of_the_parameters_changes_with_a_secret_and_not_with_another_run()
    {
        await FirstAsync();
        await _sandbox.RunAsync("deploy.sh", ["--yes"]);
        await _sandbox.RunAsync("deploy.sh", ["--yes", "--replace", "login"], "1", "key", "other");

        var versions = _sandbox.Calls
            .Where(call => call.Contains("parametersVersion=")).Select(call => call.Split("parametersVersion=")[1].Split(' ')[0]).ToArray();
        Assert.Equal(3, versions.Length);
        Assert.All(versions, version => Assert.Matches("^[0-9a-f]{16}$", version));
        Assert.Equal(versions[0], versions[1]);
        Assert.NotEqual(versions[1], versions[2]);
    }

    [Fact]
    public async Task Parameters_are_listed_without_being_decrypted()
    {
        await FirstAsync();

        var reads = _sandbox.Calls.Where(call => call.Contains("get-parameter")).ToArray();
        Assert.NotEmpty(reads);
        Assert.All(reads, call => Assert.DoesNotContain(" --with-decryption", call));
    }

    [Fact]
    public async Task A_change_of_doors_takes_the_other_doors_parts_away()
    {
        await FirstAsync();

        await _sandbox.RunAsync("deploy.sh", ["--yes", "--replace", "login"], "2", "me@example.com", "password");

        Assert.Contains("/vts/dev/Extend/Accounts/main/Password", _sandbox.Parameters);
        Assert.DoesNotContain("/vts/dev/Extend/Accounts/main/ApiKey", _sandbox.Parameters);
        Assert.DoesNotContain("/vts/dev/Extend/Accounts/main/ApiSecret", _sandbox.Parameters);
    }

    [Fact]
    public async Task A_replaced_token_is_a_new_one_and_the_login_stays()
    {
        await FirstAsync();
        var login = _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret");
        var hash = _sandbox.Request("/vts/dev/Callers/0/TokenSha256");

        await _sandbox.RunAsync("deploy.sh", ["--yes", "--replace", "token", "--token-file", "new-token"]);

        Assert.NotEqual(hash, _sandbox.Request("/vts/dev/Callers/0/TokenSha256"));
        Assert.Equal(login, _sandbox.Request("/vts/dev/Extend/Accounts/main/ApiSecret"));
        Assert.Matches("^[0-9a-f]{64}$", await File.ReadAllTextAsync(_sandbox.At("new-token")));
    }

    [Theory]
    [InlineData("no", "you did not say yes")]
    [InlineData("", "you did not say yes")]
    public async Task Whoever_does_not_mean_this_account_changes_nothing(string answer, string told)
    {
        var run = await _sandbox.RunAsync("deploy.sh", [], answer);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Account 123456789012, region eu-central-1, stage dev", run.Output);
        Assert.Contains(told, run.Output);
        Assert.DoesNotContain(_sandbox.Calls, call => call.StartsWith("cdk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_terminal_cdk_is_not_left_to_ask_and_no_command_eats_the_answers()
    {
        await FirstAsync();

        Assert.All(_sandbox.Calls.Where(call => call.StartsWith("cdk deploy", StringComparison.Ordinal)), call => Assert.Contains("--require-approval never", call));
        Assert.Empty(await File.ReadAllTextAsync(_sandbox.At("fakes/stdin.log")));
    }

    [Fact]
    public async Task What_is_built_can_be_read_as_the_user_usually_lets_it_be()
    {
        await _sandbox.RunAsync(["/usr/bin/setsid", "--wait", "/bin/bash", "-c", $"umask 022; exec /bin/bash {_sandbox.At("deploy/deploy.sh")} --yes"], []);

        Assert.Equal("0022", (await File.ReadAllTextAsync(_sandbox.At("fakes/umask.log"))).Trim());
    }

    private Task<ScriptRun> FirstAsync(params string[] options) => FirstDeployment.RunAsync(_sandbox, options);

    // No gateway listens in these tests, so that the last step fails, and only that.
    private static int FaultOfCheckOnly(ScriptRun run) => run.Output.Contains("of the checks failed") ? run.ExitCode - 1 : run.ExitCode;

    private static string Short(string call) => string.Join(' ', call.Split(' ').Take(3));
}
