using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Moods;

/// <summary>An Extend whose answers have no end costs neither memory nor calls without end.</summary>
[Collection(nameof(Alone))]
public sealed class EndlessTests
{
    private const string Reason = "The memory of a process of its own is not this test's to measure.";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VTS_LONG") == "1";

    public static bool IsElsewhere => Face.Current is not InProcessFace;

    [Theory(Skip = Reason, SkipWhen = nameof(IsElsewhere))]
    [InlineData("gzip bomb")]
    [InlineData("endless")]
    [InlineData("huge")]
    [InlineData("an endless id")]
    public async Task Memory_does_not_grow_with_what_extend_sends(string name)
    {
        await using var service = await MoodService.StartAsync(older: true);
        await AllMoods.Of(name).BeginAsync(service.Vts.Simulator);
        await AskManyAsync(service, name, 10);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await AskManyAsync(service, name, IsLong ? 1_000 : 60);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 * 1024 * 1024);
    }

    [Theory]
    [InlineData(false, "/cards", 60)]
    [InlineData(true, "/cards", 60)]
    [InlineData(false, "/transactions/summary?groupBy=month", 60)]
    [InlineData(true, "/cards/{0}/transactions", 2)]
    [InlineData(true, "/cards/{0}/transactions?limit=20", 2)]
    [InlineData(false, "/cards/{0}/transactions?limit=20", 1_010)]
    [InlineData(false, "/cards/{0}/transactions", 1_010)]
    public async Task Pages_without_end_cost_calls_with_an_end(bool older, string path, int most)
    {
        await using var vts = await VtsApp.StartAsync(older);
        var card = (string)(await vts.ListAsync("/cards"))[0]!["id"]!;
        await vts.Simulator.ForgetRequestsAsync();
        await vts.Simulator.FaultAsync("endlessPages", "/");

        using var response = await vts.SendAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, card));

        Assert.Contains((int)response.StatusCode, new[] { 200, 502 });
        Assert.InRange((await vts.Simulator.RequestsAsync()).Length, 1, most);
    }

    [Fact]
    public async Task A_history_without_end_is_cut_and_does_not_go_on_for_ever()
    {
        Assert.SkipUnless(IsLong, "It reads half a million rows: VTS_LONG=1.");
        await using var vts = await VtsApp.StartAsync(older: true);
        var card = (string)(await vts.ListAsync("/cards"))[0]!["id"]!;
        await vts.Simulator.FaultAsync("endlessPages", $"/virtualcards/{card}/transactions");

        var reply = await Reply.AskAsync(vts, new Question("/cards/{cardId}/transactions", $"/cards/{card}/transactions.ndjson?limit=all"));

        Assert.Null(reply.Body);
        Assert.InRange((await vts.Simulator.RequestsAsync()).Length, 900, 1_100);
    }

    private static async Task AskManyAsync(MoodService service, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await service.HoldAsync([AllMoods.Of(name)], [service.Questions[1 + (i % 12)]]);

            // Else an outage would spare it most of the calls.
            service.Vts.Pass(TimeSpan.FromMinutes(1));
        }
    }
}
