using System.Text.Json.Nodes;
using Vts.Aws.Tests.DynamoDb;
using Vts.LocalGateway.StandIns;
using Vts.Testing;

namespace Vts.Aws.Tests.Fleets;

/// <summary>Real processes, a real table, a real upstream. <c>VTS_LONG=1</c> gives each its full length.</summary>
public sealed class FleetTests(TableFixture table)
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";
    private static readonly bool Long = Environment.GetEnvironmentVariable("VTS_LONG") == "1";

    [Fact]
    public async Task Servers_on_one_table_sign_in_once_and_renew_once_a_token_life()
    {
        await using var fleet = await Fleet.StartAsync(table.Local, table.NewTable().Table, servers: Long ? 8 : 4);
        await fleet.SwitchAsync("tokenLife", 5);
        var duration = TimeSpan.FromSeconds(Long ? 60 : 12);

        var statuses = await fleet.AskAsync(callers: Long ? 200 : 40, duration);

        Assert.Equal([200], statuses.Keys);
        Assert.Equal(1, await fleet.CountAsync("POST /signin"));

        // A token of 5 s is usable for 4.5 s and renewed at six tenths of that: one renewal each 2.7 s at the most.
        Assert.InRange(await fleet.CountAsync("POST /renewauth"), (int)(duration.TotalSeconds / 5) - 1, (int)Math.Ceiling(duration.TotalSeconds / 2.7));
    }

    [Fact]
    public async Task A_wrong_password_reaches_extend_once_from_all_servers_and_is_told_by_its_code_until_the_guard_is_opened()
    {
        await using var fleet = await Fleet.StartAsync(table.Local, table.NewTable().Table, servers: Long ? 8 : 3, password: "wrong");

        var answers = await Task.WhenAll(Enumerable.Range(0, Long ? 1000 : 150).Select(async i =>
        {
            using var answer = await fleet.Servers[i % fleet.Servers.Count].Http.GetAsync("/cards");
            return ((int)answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
        }));

        Assert.Equal([(503, "extend_sign_in_refused")], answers.Distinct());
        Assert.Equal(1, await fleet.CountAsync("POST /signin"));
        using var ready = await fleet.Servers[0].Http.GetAsync("/health/ready");
        Assert.Contains("\"guard\":\"extend_sign_in_refused\"", await ready.Content.ReadAsStringAsync());

        await using var show = new ServerProcess(["guard", "show", "main"], new(fleet.Environment));
        Assert.Equal(0, await show.ExitCodeAsync());
        Assert.Contains("account main: closed since ", show.Output);
        Assert.Contains("extend_sign_in_refused", show.Output);
        await using var open = new ServerProcess(["guard", "open", "main"], new(fleet.Environment));
        Assert.Equal(0, await open.ExitCodeAsync());
        Assert.Contains("account main: open", open.Output);

        var mended = await fleet.AddServerAsync(("Extend__Accounts__main__Password", "demo"));
        using var answered = await mended.GetAsync("/cards");
        Assert.Equal(200, (int)answered.StatusCode);
    }

    [Fact]
    public async Task When_the_renewing_server_is_killed_the_others_answer_again_after_its_lease()
    {
        await using var fleet = await Fleet.StartAsync(table.Local, table.NewTable().Table, servers: 2, settings: ("Sessions__Lease", "00:00:02"));
        await fleet.FaultAsync(new JsonObject { ["kind"] = "latency", ["path"] = "/signin", ["milliseconds"] = 1500, ["times"] = 1 });
        var (leader, http) = fleet.Servers[0];
        var first = http.GetAsync(Card);
        while (await fleet.HasFaultsAsync() && !first.IsCompleted)
        {
            await Task.Yield();
        }

        leader.Kill();
        await Assert.ThrowsAnyAsync<Exception>(() => first);
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await fleet.Servers[1].Http.GetAsync(Card);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 3);
    }

    [Fact]
    public async Task Without_its_store_a_server_goes_on_with_what_it_has_says_so_and_recovers()
    {
        await using var local = await DynamoDbLocal.StartAsync();
        await using var fleet = await Fleet.StartAsync(local, "vts-away", servers: 1);
        var http = fleet.Servers[0].Http;
        Assert.Equal(200, await StatusAsync(http));

        await local.StopAsync();
        await RefuseOnceAsync(fleet);
        Assert.Equal(200, await StatusAsync(http));
        Assert.Equal(1, await fleet.CountAsync("POST /signin"));
        Assert.Contains("\"sessionStore\":\"away\"", await http.GetStringAsync("/health/ready"));

        await local.RunAsync();
        await RefuseOnceAsync(fleet);
        Assert.Equal(200, await StatusAsync(http));
    }

    private static Task RefuseOnceAsync(Fleet fleet) =>
        fleet.FaultAsync(new JsonObject { ["kind"] = "unauthorized", ["path"] = "/virtualcards", ["times"] = 1 });

    private static async Task<int> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(Card);
        return (int)answer.StatusCode;
    }
}
