using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Extend.Json;
using Extend.Transactions;
using Extend.VirtualCards;

namespace Extend.Tests.Json;

public sealed class MembersTests
{
    private static readonly string[] NeededOfTransaction =
    [
        "id", "status", "virtualCardId", "type", "authBillingAmountCents", "authBillingCurrency", "clearingBillingAmountCents",
        "clearingBillingCurrency", "merchantName", "mcc", "authedAt", "clearedAt",
    ];

    private static readonly string[] NeededOfCard =
        ["id", "status", "displayName", "limitCents", "balanceCents", "last4", "recipientId", "cardholderId", "creditCardId", "createdAt"];

    private static readonly string[] OddValues =
        ["null", "true", "5", "1.5", "-1e400", "99999999999999999999", "\"\"", "\"x\"", "\"\\ud83d\"", "[]", "[1,{},[]]", "{}", "{\"name\":[]}", "{\"code\":{}}"];

    [Fact]
    public async Task Every_member_of_a_transaction_is_read()
    {
        await using var world = await ExtendWorld.StartAsync(older: false);
        var sent = JsonNode.Parse(await world.ControlAsync(HttpMethod.Post, "sim/tenants/demo/cards/vc_A681POqRINI7goyrCNPff7/transactions", new JsonObject
        {
            ["status"] = "CLEARED", ["authExchangeRate"] = 1.2345m, ["clearingExchangeRate"] = 2, ["merchantId"] = "m 1", ["merchantCountry"] = "US", ["notes"] = "for\nme",
            ["reviewStatus"] = "NOT_REVIEWED", ["receiptRequired"] = true, ["creditCardType"] = "DELEGATE", ["parentCreditCardId"] = "cc_1",
            ["parentCreditCardDisplayName"] = "Parent", ["declineReasons"] = new JsonArray(new JsonObject { ["code"] = "C", ["description"] = "d" }),
        }))!;

        var row = sent.Deserialize(ExtendJson.Default.Transaction)!;

        Assert.Equal(new DeclineReason { Code = "C", Description = "d" }, Assert.Single(row.DeclineReasons!));
        AssertAllRead(sent, row, nameof(Transaction.DeclineReasons));
    }

    [Fact]
    public async Task Every_member_of_a_card_is_read()
    {
        await using var world = await ExtendWorld.StartAsync(older: false);
        await world.ControlAsync(HttpMethod.Patch, "sim/switches", new JsonObject { ["laterMembers"] = "sent" });
        var sent = JsonNode.Parse(await world.ControlAsync(HttpMethod.Post, "sim/tenants/demo/cards", new JsonObject
        {
            ["inactiveSince"] = "2026-01-02T03:04:05.678+0000", ["notes"] = "n", ["minTransactionCents"] = 1, ["maxTransactionCents"] = 2, ["maxTransactionCount"] = 3,
        }))!;

        var card = sent.Deserialize(ExtendJson.Default.VirtualCard)!;

        Assert.Equal($"{sent["recipient"]!["firstName"]} {sent["recipient"]!["lastName"]}", card.Recipient!.Name);
        Assert.Equal((string?)sent["cardholder"]!["email"], card.Cardholder!.Email);
        Assert.Equal((string?)sent["issuer"]!["name"], card.IssuerName);
        AssertAllRead(sent, card, nameof(VirtualCard.Recipient), nameof(VirtualCard.Cardholder), nameof(VirtualCard.IssuerName));
    }

    [Fact]
    public void An_issuer_that_is_text_is_its_name() =>
        Assert.Equal("Example Bank", JsonSerializer.Deserialize("""{"id":"v","status":"s","issuer":"Example Bank"}""", ExtendJson.Default.VirtualCard)!.IssuerName);

    [Fact]
    public void Reasons_that_are_no_objects_are_left_out()
    {
        var row = JsonSerializer.Deserialize("""{"id":"t","status":"s","declineReasons":[null,1,[{}],{"code":"A","description":3},"x"]}""", ExtendJson.Default.Transaction)!;

        Assert.Equal(new DeclineReason { Code = "A" }, Assert.Single(row.DeclineReasons!));
    }

    [Fact]
    public void A_member_that_is_not_needed_spoils_no_answer_whatever_it_holds()
    {
        var ofTransaction = Members<Transaction>(NeededOfTransaction);
        var ofCard = Members<VirtualCard>(NeededOfCard).Append("issuer").ToArray();
        Gen.Select(Gen.Int[0, ofTransaction.Length - 1], Gen.Int[0, ofCard.Length - 1], Gen.Int[0, OddValues.Length - 1]).Sample((transaction, card, value) =>
        {
            var odd = OddValues[value];
            var row = JsonSerializer.Deserialize($$"""{"id":"t","{{ofTransaction[transaction]}}":{{odd}},"status":"s"}""", ExtendJson.Default.Transaction)!;
            var read = JsonSerializer.Deserialize($$"""{"id":"v","{{ofCard[card]}}":{{odd}},"status":"s"}""", ExtendJson.Default.VirtualCard)!;
            return row.Status == "s" && read.Status == "s";
        });
    }

    [Theory]
    [InlineData("authBillingAmountCents")]
    [InlineData("authedAt")]
    public void A_needed_member_of_a_wrong_kind_makes_the_answer_unreadable(string member) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"id":"t","status":"s","{{member}}":"x"}""", ExtendJson.Default.Transaction));

    private static string[] Members<T>(string[] needed) =>
        [.. typeof(T).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Except(needed, StringComparer.Ordinal)];

    private static void AssertAllRead(JsonNode sent, object read, params string[] besides)
    {
        foreach (var property in read.GetType().GetProperties().Where(property => !besides.Contains(property.Name, StringComparer.Ordinal)))
        {
            var member = sent[JsonNamingPolicy.CamelCase.ConvertName(property.Name)];
            Assert.True(member is not null, property.Name);
            Assert.Equal(Text(member), property.GetValue(read) switch
            {
                DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
                bool flag => flag ? "true" : "false",
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            });
        }
    }

    private static string Text(JsonNode member) =>
        member.GetValueKind() is JsonValueKind.String ? (string)member! : member.ToJsonString();
}
