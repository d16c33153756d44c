namespace Vts.Api.Tests.Lists;

/// <summary>What a caller may not see it cannot find out by asking about it.</summary>
public sealed class HiddenTests
{
    private static readonly (string, string)[] OnlyIds = [("Callers:0:Fields:0", "cardId")];

    [Theory]
    [InlineData("/transactions?minAmount=100")]
    [InlineData("/transactions?maxAmount=100")]
    [InlineData("/transactions?status=CLEARED")]
    [InlineData("/transactions?type=CREDIT")]
    [InlineData("/transactions?merchant=hotel")]
    [InlineData("/transactions?mcc=7011")]
    [InlineData("/transactions?from=2026-01-01")]
    [InlineData("/transactions?to=2026-01-01")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7/transactions?minAmount=100")]
    [InlineData("/transactions/summary?groupBy=merchant")]
    [InlineData("/transactions/summary?groupBy=mcc")]
    [InlineData("/transactions/summary?groupBy=month")]
    [InlineData("/transactions/summary?groupBy=status")]
    [InlineData("/transactions/summary?groupBy=card&minAmount=1")]
    [InlineData("/cards?status=ACTIVE")]
    [InlineData("/cards?search=travel")]
    [InlineData("/cards?recipient=u_2SYT4fUgSZhpdLn7gBZGAn")]
    [InlineData("/cards?creditCard=cc_2SYT4fUgSZhpdLn7gBZGAn")]
    [InlineData("/cards?expiringBefore=2027-01-01")]
    [InlineData("/cards?sort=balance")]
    [InlineData("/cards?sort=displayName")]
    [InlineData("/cards?sort=createdAt")]
    public async Task A_filter_an_order_or_a_grouping_by_a_hidden_member_is_refused(string path)
    {
        await using var vts = await VtsApp.StartAsync(settings: OnlyIds);

        (await vts.ExpectProblemAsync(400, "invalid_parameter", path)).Dispose();
    }

    [Theory]
    [InlineData("/cards?fields=all", "id")]
    [InlineData("/transactions?fields=all", "id,cardId")]
    [InlineData("/transactions?limit=3&fields=amountCents,merchantName", "id")]
    [InlineData("/transactions?limit=3&fields=all&text=raw", "id,cardId")]
    [InlineData("/transactions/summary?groupBy=card", "key,transactions")]
    public async Task Asking_for_members_shows_no_hidden_one(string path, string members)
    {
        await using var vts = await VtsApp.StartAsync(settings: OnlyIds);

        Assert.All(await vts.ListAsync(path), row => Assert.Equal(members, string.Join(',', row!.AsObject().Select(member => member.Key))));
    }

    [Fact]
    public async Task Sums_are_of_the_cards_within_the_callers_rule_alone()
    {
        const string Own = "vc_A681POqRINI7goyrCNPff7";
        await using var vts = await VtsApp.StartAsync(settings: ("Callers:0:Cards:Ids:0", Own));

        var rows = await vts.ListAsync("/transactions/summary?groupBy=card");

        Assert.Equal([Own], rows.Select(row => (string?)row!["key"]).Distinct());
        Assert.All(await Pages.RowsAsync(vts, "/transactions?limit=500"), row => Assert.Equal(Own, (string?)row["cardId"]));
    }
}
