using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Lists;

/// <summary>What strangers wrote does no harm, in any form.</summary>
public sealed class TextTests
{
    private const string Name = "texts";

    [Theory]
    [InlineData("PAY\u202EPAL\u200B\u0007 LTD", "PAYPAL LTD")]
    [InlineData("two\r\nlines\tand a tab", "two lines and a tab")]
    [InlineData("card 4111\u200B1111\u200B1111\u200B1111", "card ************1111")]
    [InlineData("👩‍👩‍👧 family", "👩‍👩‍👧 family")]
    public async Task Text_is_clean_in_every_form_and_raw_on_request(string told, string clean)
    {
        await using var vts = await StartAsync(told);

        Assert.Equal(clean, (string?)(await vts.ListAsync("/transactions")).Single()!["merchantName"]);
        Assert.Contains($"\"{clean}\"", await TextAsync(vts, "/transactions.csv"), StringComparison.Ordinal);
        Assert.Equal(clean, (string?)JsonNode.Parse((await TextAsync(vts, "/transactions.ndjson")).Split('\n')[0])!["merchantName"]);

        var raw = (string)(await vts.ListAsync("/transactions?text=raw")).Single()!["merchantName"]!;
        Assert.DoesNotContain("4111", raw, StringComparison.Ordinal);
        Assert.True(told.Contains("4111", StringComparison.Ordinal) || raw == told, raw);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.com\")")]
    [InlineData("+1-555-0100")]
    [InlineData("@SUM(A1)")]
    [InlineData("-2+3")]
    [InlineData("#rows")]
    public async Task A_merchants_name_is_no_formula_and_no_count_in_a_csv_while_a_refund_stays_a_number(string told)
    {
        await using var vts = await StartAsync(told);

        var record = (await TextAsync(vts, "/transactions.csv?fields=merchantName,amountCents")).Split("\r\n")[1];

        Assert.EndsWith($",-1234,\"'{told.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", record, StringComparison.Ordinal);
    }

    private static async Task<VtsApp> StartAsync(string merchantName)
    {
        var vts = await VtsApp.StartAsync(tenant: Name);
        await vts.Simulator.TenantAsync(Name, 1, 0);
        var cardId = (string)(await vts.Simulator.CardsAsync(Name)).Single()!["id"]!;
        await vts.Simulator.AddTransactionAsync(Name, cardId, new JsonObject
        {
            ["merchantName"] = merchantName, ["type"] = "CREDIT", ["status"] = "CLEARED", ["clearingBillingAmountCents"] = -1234, ["authBillingAmountCents"] = -1234,
        });
        return vts;
    }

    private static async Task<string> TextAsync(VtsApp vts, string path)
    {
        using var response = await vts.SendAsync(path);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
