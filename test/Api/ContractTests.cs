using Vts.Testing;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

public sealed class ContractTests(DemoService demo) : IClassFixture<DemoService>
{
    private readonly VtsApp _vts = demo.App;

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task What_is_served_without_a_token_at_swagger_yaml_is_the_committed_contract()
    {
        using var response = await _vts.SendAsync("/swagger.yaml", token: null);
        var served = (await response.Content.ReadAsStringAsync()).TrimEnd() + "\n";

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(Repository.Expected("swagger.yaml", served), served);
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Live_says_live_and_ready_asks_extend_once_however_often_it_is_asked()
    {
        await using var vts = await VtsApp.StartAsync();

        foreach (var _ in Enumerable.Range(0, 20))
        {
            using var ready = await vts.SendAsync("/health/ready", token: null);
            Assert.Equal("""{"status":"ready","accounts":{"main":{"status":"ready"}}}""", await ready.Content.ReadAsStringAsync());
        }

        using var live = await vts.SendAsync("/health/live", token: null);
        Assert.Equal("""{"status":"live"}""", await live.Content.ReadAsStringAsync());
        Assert.Equal(["GET /virtualcards"], await vts.Simulator.RequestsAsync());
    }
}
