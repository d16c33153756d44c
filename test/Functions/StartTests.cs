using Vts.LocalGateway.StandIns;

namespace Vts.Functions.Tests;

/// <summary>What a function does with its start, and with what is not there then.</summary>
public sealed class StartTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task The_first_call_takes_the_connection_that_the_start_opened()
    {
        await using var world = await World.StartAsync(dynamoDb, older: false);

        Assert.Equal((200, null), await world.AskAsync());

        Assert.Equal(1, world.Extend.Taken);
    }

    [Fact]
    public async Task So_it_does_over_tls()
    {
        using var certificate = new ServerCertificate();
        await using var world = await World.StartAsync(dynamoDb, older: false, certificate: certificate);

        Assert.Equal((200, null), await world.AskAsync());

        Assert.Equal(1, world.Extend.Taken);
    }

    [Fact]
    public async Task Extend_with_a_certificate_of_an_unknown_authority_is_not_asked()
    {
        using var certificate = new ServerCertificate();
        using var other = new ServerCertificate();
        await using var world = await World.StartAsync(dynamoDb, older: false, certificate: certificate, settings: ("Extend:Retries", "0"));
        await using var distrustful = await World.StartAsync(
            dynamoDb, older: false, certificate: other, settings: [("Extend:BaseUrl", $"https://{world.Extend.Address.Authority}/"), ("Extend:Retries", "0")]);

        Assert.Equal((503, "extend_unreachable"), await distrustful.AskAsync());

        Assert.Equal(0, await world.CountAsync("GET", "/virtualcards/vc_A681POqRINI7goyrCNPff7"));
    }

    [Fact]
    public async Task A_start_finds_the_session_that_another_function_left_and_signs_in_no_second_time()
    {
        await using var world = await World.StartAsync(dynamoDb);

        Assert.Equal((200, null), await world.AskAsync());
        Assert.Equal((200, null), await world.AskAsync("/cards"));
        Assert.Equal((200, null), await world.AskAsync("/transactions"));

        Assert.Equal(1, await world.CountAsync("POST", "/signin"));
    }

    [Fact]
    public async Task A_use_that_another_function_told_a_moment_ago_is_not_told_again()
    {
        await using var world = await World.StartAsync(dynamoDb);
        Assert.Equal((200, null), await world.AskAsync());
        var writes = world.Gateway.DynamoDb.Asked.Count(action => action == "PutItem");

        Assert.Equal((200, null), await world.AskAsync("/cards"));

        Assert.Equal(writes, world.Gateway.DynamoDb.Asked.Count(action => action == "PutItem"));
    }

    [Fact]
    public async Task A_start_without_extend_succeeds_and_the_same_process_answers_once_extend_is_there()
    {
        await using var world = await World.StartAsync(dynamoDb, settings: ("Extend:Retries", "0"));
        world.Extend.Close();
        Assert.Equal((503, "extend_unreachable"), await world.AskAsync());
        var process = world.Gateway.Instances.Single().Pid;

        world.Extend.Open();

        Assert.Equal((200, null), await world.AskAsync());
        Assert.Equal(process, world.Gateway.Instances.Single().Pid);
        Assert.Contains("Not ready ahead of the first call: connections", await world.LogWithAsync("Not ready ahead"));
    }

    [Fact]
    public async Task A_start_without_dynamodb_succeeds_signs_in_for_itself_and_says_so()
    {
        await using var world = await World.StartAsync(dynamoDb);
        world.Gateway.DynamoDb.Mood = StandInMood.Denied;

        Assert.Equal((200, null), await world.AskAsync());

        Assert.Contains("The session store cannot be asked", await world.LogWithAsync("The session store cannot"));
        Assert.Equal(1, await world.CountAsync("POST", "/signin"));
    }

    [Fact]
    public async Task Dynamodb_that_asks_to_slow_down_is_asked_again()
    {
        await using var world = await World.StartAsync(dynamoDb);
        world.Gateway.DynamoDb.ThrottleNext(1);

        Assert.Equal((200, null), await world.AskAsync());
        Assert.Equal(1, await world.CountAsync("POST", "/signin"));
    }

    [Fact]
    public async Task Ssm_that_refuses_stops_the_start_by_name_and_the_next_call_tries_anew()
    {
        await using var world = await World.StartAsync(dynamoDb);
        world.Gateway.ParameterStore.Mood = StandInMood.Denied;

        Assert.Equal((500, "internal_error"), await world.AskAsync());
        Assert.Contains("The SSM parameters under /vts/local/ cannot be read: AccessDeniedException.", await world.LogWithAsync("cannot be read"));

        world.Gateway.ParameterStore.Mood = StandInMood.Well;
        Assert.Equal((200, null), await world.AskAsync());
    }

    [Theory]
    [InlineData("Extend:Accounts:main:Password", null, "/vts/local/Extend/Accounts/main")]
    [InlineData("Sessions:EncryptionKey", "short", "/vts/local/Sessions/EncryptionKey")]
    [InlineData("Extend:Retries", "99", "/vts/local/Extend/Retries")]
    [InlineData("Callers:0:TokenSha256", "secret-canary", "/vts/local/Callers/0/TokenSha256")]
    public async Task A_setting_that_does_not_do_stops_the_start_by_its_parameters_name_and_shows_no_value(string key, string? value, string named)
    {
        await using var world = await World.StartAsync(dynamoDb, settings: (key, value));

        Assert.Equal((500, "internal_error"), await world.AskAsync());

        var log = await world.LogWithAsync("The function cannot start");
        Assert.Contains(named, log);
        Assert.DoesNotContain("secret-canary", log);
    }

    [Fact]
    public async Task Every_fault_of_the_settings_is_told_at_once()
    {
        await using var world = await World.StartAsync(dynamoDb, settings: [("Extend:Retries", "99"), ("Extend:Concurrency", "0"), ("Sessions:EncryptionKey", "short")]);

        Assert.Equal((500, "internal_error"), await world.AskAsync());

        var line = (await world.LogWithAsync("The function cannot start")).Split('\n').First(line => line.Contains("The function cannot start"));
        Assert.All(new[] { "Extend/Retries", "Extend/Concurrency", "Sessions/EncryptionKey" }, parameter => Assert.Contains("/vts/local/" + parameter, line));
    }
}
