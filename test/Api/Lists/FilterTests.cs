using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Vts.Api.Tests.Lists;

/// <summary>Any filter gives the rows that the same filter gives over everything, whether Extend was asked to filter or not.</summary>
public sealed class FilterTests
{
    private static readonly string[] Statuses = ["PENDING", "CLEARED", "DECLINED", "NO_MATCH", "AVS_PASS", "AVS_FAIL", "AUTH_REVERSAL"];
    private static readonly string[] Types = ["DEBIT", "CREDIT", "AVS"];
    private static readonly string[] CardStatuses = ["ACTIVE", "CANCELLED", "PENDING", "EXPIRED", "CLOSED", "CONSUMED"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_filter_of_transactions_gives_what_it_gives_over_the_whole_history(bool older)
    {
        await using var vts = await VtsApp.StartAsync(older, "filters");
        await vts.Simulator.TenantAsync("filters", 5, 60);
        var all = await Pages.RowsAsync(vts, "/transactions?limit=500");
        var cardId = (string)all[0]["cardId"]!;
        var some = Gen.Int[0, Statuses.Length].Select(at => at == 0 ? null : Statuses[at - 1]);
        var times = Gen.Int[0, all.Count - 1].Select(at => (string?)all[at]["authorizedAt"]);
        var wanted = Gen.Select(some, some, Maybe(Gen.Int[0, 2].Select(at => (string?)Types[at])), Maybe(times), Maybe(times), Maybe(Gen.Int[-5000, 20000]), Gen.Int[0, all.Count - 1], Gen.Int[0, 5],
            (one, two, type, from, to, least, row, kind) => (one, two, type, from, to, least, row, kind));

        await wanted.SampleAsync(
            async want =>
            {
                var (query, matches) = Build(want, all);
                if (query is null)
                {
                    return;
                }

                var expected = all.Where(matches).Select(row => row.ToJsonString()).ToList();
                var merged = await Pages.RowsAsync(vts, $"/transactions?limit=400&{query}");
                Assert.Equal(expected, merged.Select(row => row.ToJsonString()));

                var ofCard = await Pages.RowsAsync(vts, $"/cards/{cardId}/transactions?limit=40&{query}");
                Assert.Equal(all.Where(row => (string)row["cardId"]! == cardId && matches(row)).Select(row => row.ToJsonString()), ofCard.Select(row => row.ToJsonString()));

                // Without a limit: the 25 most recent of each card that match.
                var recent = await vts.ListAsync($"/transactions?{query}");
                var each = all.Where(matches).GroupBy(row => (string)row["cardId"]!, StringComparer.Ordinal).SelectMany(rows => rows.Take(25)).Select(row => (string)row["id"]!);
                Assert.Equal(each.Order(StringComparer.Ordinal), recent.Select(row => (string)row!["id"]!).Order(StringComparer.Ordinal));
            },
            iter: 25, threads: 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_filter_of_cards_gives_what_it_gives_over_all_of_them(bool older)
    {
        await using var vts = await VtsApp.StartAsync(older);
        var all = (await vts.ListAsync("/cards?fields=all")).Select(card => card!).ToList();
        var wanted = Gen.Select(Gen.Int[0, CardStatuses.Length].Select(at => at == 0 ? null : CardStatuses[at - 1]), Gen.Int[0, all.Count - 1], Gen.Int[0, 5], (status, card, kind) => (status, card, kind));

        await wanted.SampleAsync(
            async want =>
            {
                var card = all[want.card];
                var (name, value, has) = want.kind switch
                {
                    0 => ("recipient", (string?)card["recipientId"], (Func<JsonNode, bool>)(other => (string?)other["recipientId"] == (string?)card["recipientId"])),
                    1 => ("creditCard", (string?)card["creditCardId"], other => (string?)other["creditCardId"] == (string?)card["creditCardId"]),
                    2 => ("search", (string?)card["last4"], other => Holds(other, (string?)card["last4"])),
                    3 => ("search", ((string?)card["displayName"])?.Split(' ')[0], other => Holds(other, ((string?)card["displayName"])?.Split(' ')[0])),
                    4 => ("expiringBefore", (string?)card["expires"], other => (string?)other["expires"] is { } expires && string.CompareOrdinal(expires, (string?)card["expires"]) < 0),
                    _ => ("", "", _ => true),
                };
                if (string.IsNullOrWhiteSpace(value) && name.Length > 0)
                {
                    return;
                }

                var query = $"{(want.status is null ? "" : $"&status={want.status}")}{(name.Length == 0 ? "" : $"&{name}={Uri.EscapeDataString(value!)}")}";
                var expected = all.Where(other => (want.status is null || (string?)other["status"] == want.status) && has(other)).Select(other => (string)other["id"]!);
                Assert.Equal(expected, (await vts.ListAsync($"/cards?{query.TrimStart('&')}")).Select(other => (string)other!["id"]!));
            },
            iter: 60, threads: 1);
    }

    [Theory]
    [InlineData("/transactions?statuss=CLEARED", "unknown_parameter", "status")]
    [InlineData("/transactions?merchnt=x", "unknown_parameter", "merchant")]
    [InlineData("/transactions?status=CLERED", "invalid_parameter", "CLEARED")]
    [InlineData("/transactions?type=DEBT", "invalid_parameter", "DEBIT")]
    [InlineData("/transactions?from=2026-02-30", "invalid_parameter", "from")]
    [InlineData("/transactions?from=2026-03-01&to=2026-02-01", "invalid_parameter", "from")]
    [InlineData("/transactions?from=2026-03-01&tz=Europe/Berln", "invalid_parameter", "Europe/Berlin")]
    [InlineData("/transactions?minAmount=1.5", "invalid_parameter", "minAmount")]
    [InlineData("/transactions?minAmount=2&maxAmount=1", "invalid_parameter", "minAmount")]
    [InlineData("/transactions?mcc=12", "invalid_parameter", "mcc")]
    [InlineData("/transactions?fields=id,amountCent", "invalid_parameter", "amountCents")]
    [InlineData("/cards?sort=displayname", "invalid_parameter", "displayName")]
    [InlineData("/cards?recipient=vc_A681POqRINI7goyrCNPff7", "invalid_parameter", "recipient")]
    [InlineData("/transactions/summary?groupBy=cards", "invalid_parameter", "card")]
    public async Task What_is_not_understood_is_refused_and_the_nearest_named(string path, string code, string named)
    {
        await using var vts = await VtsApp.StartAsync();

        using var response = await vts.ExpectProblemAsync(400, code, path);

        Assert.Contains(named, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    private static Gen<T?> Maybe<T>(Gen<T> some) => Gen.Select(Gen.Int[0, 2], some, (there, value) => there == 0 ? value : default);

    private static bool Holds(JsonNode card, string? text) =>
        new[] { "displayName", "last4", "recipientName" }.Any(name => ((string?)card[name])?.Contains(text!, StringComparison.OrdinalIgnoreCase) == true);

    private static (string? Query, Func<JsonNode, bool> Matches) Build(
        (string? One, string? Two, string? Type, string? From, string? To, int Least, int Row, int Kind) want, List<JsonNode> all)
    {
        if (want.From is not null && want.To is not null && string.CompareOrdinal(want.From, want.To) >= 0)
        {
            return (null, _ => false);
        }

        var query = new List<string>();
        var tests = new List<Func<JsonNode, bool>>();
        if (want.One is not null)
        {
            string[] statuses = want.Two is null || want.Two == want.One ? [want.One] : [want.One, want.Two];
            Add($"status={string.Join(',', statuses)}", row => statuses.Contains((string?)row["status"], StringComparer.Ordinal));
        }

        if (want.Type is not null)
        {
            Add($"type={want.Type}", row => (string?)row["type"] == want.Type);
        }

        if (want.From is not null)
        {
            Add($"from={Uri.EscapeDataString(want.From)}", row => string.CompareOrdinal((string?)row["authorizedAt"], want.From) >= 0);
        }

        if (want.To is not null)
        {
            Add($"to={Uri.EscapeDataString(want.To)}", row => string.CompareOrdinal((string?)row["authorizedAt"], want.To) < 0);
        }

        if (want.Least != 0)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"minAmount={want.Least}"), row => (long?)row["amountCents"] >= want.Least);
        }

        var example = all[want.Row];
        if (want.Kind == 0 && (string?)example["mcc"] is { } mcc)
        {
            Add($"mcc={mcc}", row => (string?)row["mcc"] == mcc);
        }
        else if (want.Kind == 1 && (string?)example["merchantName"] is { Length: > 6 } name)
        {
            var part = name[1..5].Trim();
            Add($"merchant={Uri.EscapeDataString(part.ToLowerInvariant())}", row => ((string?)row["merchantName"])?.Contains(part, StringComparison.OrdinalIgnoreCase) == true);
        }

        return (string.Join('&', query), row => tests.TrueForAll(test => test(row)));

        void Add(string parameter, Func<JsonNode, bool> test)
        {
            query.Add(parameter);
            tests.Add(test);
        }
    }
}
