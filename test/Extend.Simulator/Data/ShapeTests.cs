using System.Text.Json;

namespace Extend.Simulator.Tests.Data;

/// <summary>Names, order and kinds of members are those of the sample exchanges.</summary>
public sealed class ShapeTests
{
    [Fact]
    public async Task A_card_has_the_members_of_the_sample_in_its_order()
    {
        await using var sim = await Sim.StartAsync();
        var id = (await sim.GetAsync("/virtualcards")).Items("virtualCards")[2].Text("id");

        var card = await sim.GetAsync($"/virtualcards/{id}");

        Assert.Equal(Shape(Sample("virtualcard")), Shape(card));
    }

    [Fact]
    public async Task A_recurring_card_has_the_members_of_the_sample_in_its_order()
    {
        await using var sim = await Sim.StartAsync();

        var card = (await sim.GetAsync("/virtualcards")).Items("virtualCards").First(item => item.GetProperty("recurs").GetBoolean());

        Assert.Equal(Shape(Sample("virtualcards-page").Items("virtualCards")[1]), Shape(card));
    }

    [Fact]
    public async Task A_closed_card_has_the_members_of_the_sample_less_the_explicit_nulls()
    {
        await using var sim = await Sim.StartAsync();
        var sample = Sample("virtualcards-page").Items("virtualCards")[2];
        var expected = sample.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name);

        var card = (await sim.GetAsync("/virtualcards?statuses=CLOSED")).Items("virtualCards").First(item => !item.Has("notes"));

        Assert.Equal(expected, card.Names());
    }

    [Fact]
    public async Task Later_members_are_the_samples_and_more()
    {
        await using var sim = await Sim.StartAsync(("laterMembers", "sent"));

        var card = (await sim.GetAsync("/virtualcards")).Items("virtualCards")[2];
        var early = Sample("virtualcard").GetProperty("virtualCard");

        Assert.Equal(["lastUpdatedBy", "cardType", "network", "receiptRulesExempt", "isBillPay"], card.Names().Except(early.Names()));
        Assert.Empty(early.Names().Except(card.Names()));
        Assert.Equal(["id", "name", "code"], card.GetProperty("issuer").Names());
        Assert.Equal(["recurrence", "customAddress", "customMax", "mccControl", "qboReportEnabled"], card.GetProperty("features").Names());
        Assert.Equal("SMS", card.GetProperty("recipient").Text("mfaPreference"));
        Assert.Equal(
            ["id", "role", "joinedAt", "lastLoggedInAt", "explicit"], card.GetProperty("cardholder").GetProperty("organization").Names());
    }

    [Fact]
    public async Task A_page_of_cards_has_the_envelope_of_the_sample()
    {
        await using var sim = await Sim.StartAsync();
        var sample = Sample("virtualcards-page");

        var page = await sim.GetAsync("/virtualcards");

        Assert.Equal(sample.Names(), page.Names());
        Assert.Equal(sample.GetProperty("pagination").Names(), page.GetProperty("pagination").Names());
    }

    [Theory]
    [InlineData("DEBIT", "PENDING")]
    [InlineData("CREDIT", "CLEARED")]
    [InlineData("DEBIT", "DECLINED")]
    [InlineData("DEBIT", "AUTH_REVERSAL")]
    [InlineData("AVS", "AVS_PASS")]
    public async Task A_transaction_has_the_members_of_the_sample_in_its_order(string type, string status)
    {
        await using var sim = await Sim.StartAsync();
        var sample = Sample("virtualcard-transactions").Items("transactions").First(Matches);

        var transactions = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions?status={Sim.EveryStatus}")).Items("transactions");

        Assert.Equal(Shape(sample), Shape(transactions.First(Matches)));

        bool Matches(JsonElement item) => item.Text("type") == type && item.Text("status") == status;
    }

    [Fact]
    public async Task A_purchase_abroad_ends_with_the_country_as_in_the_sample()
    {
        await using var sim = await Sim.StartAsync();
        var sample = Sample("virtualcard-transactions").Items("transactions").First(item => item.Has("merchantCountry"));

        var rows = (await sim.GetAsync("/reports/transactions/v2?perPage=500&status=CLEARED")).GetProperty("report").Items("transactions");
        var id = rows.First(row => row.Has("merchantCountry") && row.Has("parentCreditCardId")).Text("id");
        var transaction = await sim.GetAsync($"/transactions/{id}");

        Assert.Equal(sample.Names(), transaction.Names());
    }

    [Theory]
    [InlineData("PENDING")]
    [InlineData("DECLINED")]
    public async Task A_report_has_the_members_of_the_sample_in_its_order(string status)
    {
        await using var sim = await Sim.StartAsync();
        var sample = Sample("transactions-report").GetProperty("report");

        var report = (await sim.GetAsync($"/reports/transactions/v2?perPage=4&virtualCardId={Sim.TravelCard}&sort=-date")).GetProperty("report");

        Assert.Equal(sample.Names(), report.Names());
        foreach (var name in new[] { "page", "perPage", "count" })
        {
            Assert.Equal(sample.Number(name), report.Number(name));
        }

        Assert.Equal(Shape(Row(sample)), Shape(Row(report)));

        JsonElement Row(JsonElement from) => from.Items("transactions").First(item => item.Text("status") == status);
    }

    [Fact]
    public async Task Sign_in_and_renewal_have_the_members_of_the_samples_in_their_order()
    {
        await using var sim = await Sim.StartAsync();
        using var signedIn = await sim.PostAsync("/signin", """{"email":"demo@example.com","password":"demo"}""");
        var answer = await signedIn.JsonAsync();
        using var renewed = await sim.PostAsync("/renewauth", $$"""{"refreshToken":"{{answer.Text("refreshToken")}}"}""");

        Assert.Equal(Shape(Sample("signin-response")), Shape(answer));
        Assert.Equal(Shape(Sample("renewauth-response")), Shape(await renewed.JsonAsync()));
    }

    [Fact]
    public async Task Errors_have_the_bodies_of_the_samples()
    {
        await using var sim = await Sim.StartAsync(("countOverMaximum", "422"), ("rateLimit", "2"));

        using var version = await sim.SendAsync(HttpMethod.Get, "/virtualcards", null, ("Accept", "*/*"));
        using var credential = await sim.SendAsync(HttpMethod.Get, "/virtualcards", authorization: null);
        using var missing = await sim.SendAsync(HttpMethod.Get, "/virtualcards/vc_82W6At1URSR6GfpL3ZKnM4");
        using var field = await sim.SendAsync(HttpMethod.Get, $"/virtualcards/{Sim.TravelCard}/transactions?count=9999");
        using var often = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.Equal(Text("error-406"), (await version.JsonAsync()).GetRawText());
        Assert.Equal(Text("error-401"), (await credential.JsonAsync()).GetRawText());
        Assert.Equal(Text("error-404"), (await missing.JsonAsync()).GetRawText());
        Assert.Equal(Text("error-400"), (await field.JsonAsync()).GetRawText());
        Assert.Equal(Text("error-429"), (await often.JsonAsync()).GetRawText());
    }

    private static JsonElement Sample(string name) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{name}.json")));

    private static string Text(string name) => JsonSerializer.Serialize(Sample(name));

    private static string Shape(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(' ', json.EnumerateObject().Select(member => member.Name + Shape(member.Value))) + "}",
        JsonValueKind.Array => "[]",
        JsonValueKind.True or JsonValueKind.False => ":Boolean",
        _ => ":" + json.ValueKind,
    };
}
