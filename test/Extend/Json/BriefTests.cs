using System.Text.Json;
using Extend.Json;
using Extend.Transactions;

namespace Extend.Tests.Json;

public sealed class BriefTests
{
    private const string Members =
        """
        "id":"txn_1","status":"CLEARED","virtualCardId":"vc_1","type":"DEBIT","authBillingAmountCents":1,"authBillingCurrency":"USD","clearingBillingAmountCents":2,
        "clearingBillingCurrency":"EUR","merchantName":"Hotel","mcc":"7011","authedAt":"1970-01-01T00:00:00.000+0000","clearedAt":"1970-01-02T00:00:00.000+0000"
        """;

    private static readonly string[] Odd = ["null", "true", "5", "1.5", "\"x\"", "\"\\ud83d\"", "\"1970-01-01\"", "[1,{\"a\":[]}]", "[{\"code\":\"C\"}]", "{\"name\":[{}]}"];

    private static readonly Transaction Usual = new()
    {
        Id = "txn_1", Status = "CLEARED", VirtualCardId = "vc_1", Type = "DEBIT", AuthBillingAmountCents = 1, AuthBillingCurrency = "USD", ClearingBillingAmountCents = 2,
        ClearingBillingCurrency = "EUR", MerchantName = "Hotel", Mcc = "7011", AuthedAt = DateTimeOffset.UnixEpoch, ClearedAt = DateTimeOffset.UnixEpoch.AddDays(1),
    };

    [Fact]
    public void The_usual_members_are_read()
    {
        Assert.Equal(Usual, OfCard($"{{{Members}}}"));
        Assert.Equal(Usual, OfReport($"{{{Members}}}"));
    }

    [Fact]
    public void Every_other_member_is_passed_over_whatever_it_holds()
    {
        string[] others = [.. typeof(Transaction).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Where(name => !Members.Contains($"\"{name}\"", StringComparison.Ordinal))];
        Assert.True(others.Length > 20);
        Assert.All(others, other => Assert.All(Odd, odd =>
        {
            foreach (var row in (string[])[$$"""{"{{other}}":{{odd}},{{Members}}}""", $$"""{{{Members}},"{{other}}":{{odd}}}"""])
            {
                Assert.Equal(Usual, OfCard(row));
                Assert.Equal(Usual, OfReport(row));
            }
        }));
    }

    [Theory]
    [InlineData("{\"status\":\"s\"}")]
    [InlineData("{\"id\":\"i\"}")]
    [InlineData("{\"id\":\"i\",\"status\":null}")]
    [InlineData("{\"id\":\"i\",\"status\":\"s\",\"authBillingAmountCents\":\"1\"}")]
    public void What_is_needed_of_a_transaction_is_needed_still(string row) => Assert.Throws<JsonException>(() => OfCard(row));

    private static Transaction OfCard(string row) =>
        Assert.Single(JsonSerializer.Deserialize($$"""{"transactions":[{{row}}]}""", BriefJson.CardTransactionsAnswer)!.Transactions!);

    private static Transaction OfReport(string row) =>
        Assert.Single(JsonSerializer.Deserialize($$"""{"report":{"transactions":[{{row}}] } }""", BriefJson.ReportAnswer)!.Report!.Transactions!);
}
