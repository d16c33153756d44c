using System.Text.Json.Nodes;
using Vts.Callers;

namespace Vts.Api.Tests;

public sealed class MeTests
{
    [Fact]
    public async Task A_caller_is_told_what_it_may_do_in_data_and_in_words_and_extend_is_not_asked()
    {
        await using var vts = await VtsApp.StartAsync(settings:
        [
            ("Callers:1:Name", "accountant"), ("Callers:1:TokenSha256", KnownCallers.Hash("ruled")), ("Callers:1:Scopes:0", "transactions:read"),
            ("Callers:1:Cards:Statuses:0", "ACTIVE"), ("Callers:1:Cards:Statuses:1", "CLOSED"),
            ("Callers:1:Cards:Recipients:0", "u_4ADG1FY0xhx6ycTsEdWr1D"), ("Callers:1:Fields:0", "amountCents"), ("Callers:1:Fields:1", "status"),
            ("Limits:RequestsPerSecond", "100"), ("Limits:Burst", "500"), ("Limits:Concurrency", "64"),
        ]);

        using var response = await vts.SendAsync("/me", "ruled");
        var me = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("private, no-store", string.Join(", ", response.Headers.GetValues("Cache-Control").Single().Split(", ").Order().Reverse()));
        Assert.Equal(
            """
            {"name":"accountant","keyId":null,"account":"main","scopes":["transactions:read"],
            "cards":{"ids":null,"statuses":["ACTIVE","CLOSED"],"recipients":["u_4ADG1FY0xhx6ycTsEdWr1D"],"cardholders":null,"creditCards":null},
            "fields":["amountCents","status"],"ends":null,"limits":{"requestsPerSecond":100,"burst":500,"concurrency":64,"requestsLeft":499,"concurrencyLeft":63}
            """.ReplaceLineEndings(""), me.ToJsonString()[..me.ToJsonString().IndexOf(",\"summary\"", StringComparison.Ordinal)]);
        Assert.Equal(
            "You are accountant and read Extend account main. You may read transactions, but not the cards themselves. "
            + "Your cards are those whose status is ACTIVE or CLOSED and whose recipient is u_4ADG1FY0xhx6ycTsEdWr1D. "
            + "Of their members you see id, status, amountCents. Your token has no end. You may ask 100 times a second, 500 times at once after a rest (499 now), and have 64 requests under way.",
            (string?)me["summary"]);
        Assert.Empty(await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task It_follows_the_rules_of_every_operation()
    {
        await using var vts = await VtsApp.StartAsync();

        using var head = await vts.SendAsync("/me", method: HttpMethod.Head);
        using var nobody = await vts.ExpectProblemAsync(401, "token_missing", "/me", token: null);
        using var parameter = await vts.ExpectProblemAsync(400, "unknown_parameter", "/me?x=1");
        using var method = await vts.ExpectProblemAsync(405, "method_not_allowed", "/me", method: HttpMethod.Post);

        Assert.Equal(200, (int)head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 100);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Contains("You may read cards and transactions. All of the account's cards are yours. You see every member of them.", await vts.ReadAsync("/me"));
    }
}
