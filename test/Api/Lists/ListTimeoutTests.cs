namespace Vts.Api.Tests.Lists;

public sealed class ListTimeoutTests
{
    [Theory]
    [InlineData("/transactions")]
    [InlineData("/transactions?status=CLEARED")]
    [InlineData("/transactions?limit=10")]
    [InlineData("/transactions/summary?groupBy=card")]
    public async Task A_list_that_is_told_only_when_it_is_whole_ends_when_its_time_is_up(string path)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: [("Extend:ListTimeout", "00:00:00.200"), ("Extend:Concurrency", "1")]);
        await vts.Simulator.FaultAsync("latency", "/virtualcards/", more: ("milliseconds", 50));

        using var problem = await vts.ExpectProblemAsync(504, "extend_timeout", path);
    }

    [Theory]
    [InlineData("/cards", 500, 0)]
    [InlineData("/cards/{0}/transactions?merchant=nobody", 1, 500)]
    public async Task So_does_one_of_many_pages(string path, int cards, int transactionsPerCard)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: [("Extend:ListTimeout", "00:00:00.200"), ("Extend:Concurrency", "1")]);
        await vts.Simulator.TenantAsync("demo", cards, transactionsPerCard);
        var first = (string)(await vts.Simulator.CardsAsync())[0]!["id"]!;
        await vts.Simulator.FaultAsync("latency", "/virtualcards", more: ("milliseconds", 50));

        using var problem = await vts.ExpectProblemAsync(504, "extend_timeout", path.Replace("{0}", first, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_is_sent_while_it_is_read_goes_on()
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: [("Extend:ListTimeout", "00:00:00.200"), ("Extend:Concurrency", "1")]);
        await vts.Simulator.FaultAsync("latency", "/virtualcards/", more: ("milliseconds", 50));

        using var list = await vts.SendAsync("/transactions.ndjson");

        Assert.Contains("{\"rows\":", await list.Content.ReadAsStringAsync());
    }
}
