namespace Vts.Api.Tests.Lists;

/// <summary>Who leaves a stream ends the calls that it would have needed.</summary>
public sealed class LeavingTests
{
    private const int AtOnce = 4;

    [Theory]
    [InlineData("/transactions.ndjson")]
    [InlineData("/transactions.csv")]
    public async Task After_a_reader_has_left_extend_is_asked_no_more_than_was_under_way(string path)
    {
        Assert.SkipWhen(Faces.Face.IsGateway, "A function's answer is buffered: nobody can leave it half way.");
        await using var vts = await VtsApp.StartAsync(older: true, tenant: "many", settings: ("Extend:Concurrency", $"{AtOnce}"));
        await vts.Simulator.TenantAsync("many", 300, 5);
        await vts.Simulator.SwitchAsync("latency", 30);
        using var impatient = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0 }) { BaseAddress = vts.Address };
        using (var response = await impatient.SendAsync(Request(path), HttpCompletionOption.ResponseHeadersRead))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            Assert.NotNull(await reader.ReadLineAsync());
        }

        var asked = await AskedAsync(vts);

        // A read of everything else after it: whatever was still to come of the first would have come by then.
        await vts.Simulator.SwitchAsync("latency", 0);
        (await vts.SendAsync("/cards?limit=1")).Dispose();
        Assert.InRange(await AskedAsync(vts), 1, asked + AtOnce);
        Assert.InRange(asked, 1, 100);
    }

    private static async Task<int> AskedAsync(VtsApp vts) =>
        (await vts.Simulator.RequestsAsync()).Count(request => request.EndsWith("/transactions", StringComparison.Ordinal));

    private static HttpRequestMessage Request(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("token", VtsApp.Token);
        return request;
    }
}
