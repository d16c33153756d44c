using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Simulator.Tests.Switches;

/// <summary>Switches of sign-in and of members; those of lists and reports are tested with them.</summary>
public sealed class SwitchTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("jwt")]
    [InlineData("opaque")]
    public async Task Tokens_of_either_form_last_as_long_as_the_switch_says(string form)
    {
        await using var sim = await Sim.StartAsync(_clock, 0, ("tokenForm", form), ("tokenLife", "3600"));
        var (token, _) = await sim.SignInAsync();

        Assert.Equal(form == "jwt", token.Contains('.', StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(token));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await sim.WithTokenAsync(token));
    }

    [Fact]
    public async Task A_token_keeps_the_life_and_the_form_it_was_given()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync();

        await sim.ControlAsync("PATCH", "/switches", """{"tokenForm":"opaque","tokenLife":1}""");
        _clock.Advance(TimeSpan.FromMinutes(9));

        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(token));
    }

    [Theory]
    [InlineData("rotate", 200, 401)]
    [InlineData("reusable", 200, 200)]
    [InlineData("refused", 401, 401)]
    public async Task What_becomes_of_a_refresh_token_is_a_switch(string rotation, int first, int second)
    {
        await using var sim = await Sim.StartAsync(_clock, 0, ("refreshRotation", rotation));
        var (_, refreshToken) = await sim.SignInAsync();

        using var once = await sim.PostAsync("/renewauth", $$"""{"refreshToken":"{{refreshToken}}"}""");
        using var twice = await sim.PostAsync("/renewauth", $$"""{"refreshToken":"{{refreshToken}}","email":"demo@example.com"}""");

        Assert.Equal([first, second], [(int)once.StatusCode, (int)twice.StatusCode]);
        if (rotation == "reusable")
        {
            Assert.Equal(refreshToken, (await once.JsonAsync()).Text("refreshToken"));
        }
    }

    [Theory]
    [InlineData("401")]
    [InlineData("400")]
    [InlineData("403")]
    [InlineData("422")]
    public async Task The_status_of_bad_credentials_is_a_switch(string status)
    {
        await using var sim = await Sim.StartAsync(("badCredentials", status));

        using var response = await sim.PostAsync("/signin", """{"email":"demo@example.com","password":"wrong"}""");

        Assert.Equal(int.Parse(status), (int)response.StatusCode);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("400")]
    [InlineData("422")]
    public async Task The_status_of_a_malformed_id_is_a_switch_and_that_of_an_unknown_one_is_404(string status)
    {
        await using var sim = await Sim.StartAsync(("malformedId", status));

        foreach (var path in new[] { "/virtualcards/vc_1234", "/virtualcards/vc_1234/transactions", "/transactions/x", "/creditcards/cc_", "/events/1", "/users/u", "/expensedata/categories/1", "/expensedata/categories/1/labels" })
        {
            Assert.Equal(int.Parse(status), (int)await sim.StatusAsync(path));
        }

        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync("/virtualcards/vc_82W6At1URSR6GfpL3ZKnM4"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/users/me"));
    }

    [Fact]
    public async Task Absent_members_can_be_null_instead()
    {
        await using var sim = await Sim.StartAsync(("absentMembers", "null"));

        var card = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");
        var pending = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions")).Items("transactions")[0];

        foreach (var name in new[] { "inactiveSince", "recurrence", "pending", "network", "validMccRanges" })
        {
            Assert.Equal(JsonValueKind.Null, card.GetProperty(name).ValueKind);
        }

        Assert.Equal(JsonValueKind.Null, card.GetProperty("recipient").GetProperty("avatarUrl").ValueKind);
        foreach (var name in new[] { "clearedAt", "declineReasons", "merchantCountry" })
        {
            Assert.Equal(JsonValueKind.Null, pending.GetProperty(name).ValueKind);
        }
    }

    [Theory]
    [InlineData("bare", "id")]
    [InlineData("user", "user")]
    public async Task The_envelope_of_a_user_is_a_switch(string setting, string first)
    {
        await using var sim = await Sim.StartAsync(("userEnvelope", setting));

        Assert.Equal(first, (await sim.GetAsync("/users/me")).Names()[0]);
    }

    [Fact]
    public async Task Every_setting_can_be_set_and_read_back()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var item in (await sim.ControlAsync("GET", "")).GetProperty("switches").EnumerateObject())
        {
            foreach (var setting in item.Value.Text("settings").Split(" | "))
            {
                var value = setting is "seconds" or "milliseconds" or "requests a minute" ? "7" : setting;
                var changed = await sim.ControlAsync("PATCH", "/switches", $$"""{"{{item.Name}}":"{{value}}"}""");
                Assert.Equal(value, changed.GetProperty(item.Name).ToString());
                await sim.ControlAsync("PATCH", "/switches", """{"latency":0}""");
            }
        }
    }

    [Theory]
    [InlineData("nothing", "1", "There is no switch 'nothing'")]
    [InlineData("tokenForm", "paper", "jwt | opaque")]
    public async Task A_start_with_a_switch_that_is_none_says_so(string name, string value, string expected)
    {
        var fault = await Assert.ThrowsAsync<SimulatorOptionsException>(() => Sim.StartAsync((name, value)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }
}
