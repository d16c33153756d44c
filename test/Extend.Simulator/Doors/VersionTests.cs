using System.Net;

namespace Extend.Simulator.Tests.Doors;

public sealed class VersionTests
{
    [Theory]
    [InlineData("application/vnd.paywithextend.v2021-03-12+json", 200)]
    [InlineData("application/vnd.paywithextend.v2021-03-12+json; charset=utf-8", 200)]
    [InlineData("Application/Vnd.PayWithExtend.V2021-03-12+Json", 200)]
    [InlineData("text/html, application/vnd.paywithextend.v2021-03-12+json;q=0.9", 200)]
    [InlineData("application/vnd.paywithextend.v2020-07-08+json", 406)]
    [InlineData("application/vnd.paywithextend.v2020-01-17+json", 406)]
    [InlineData("application/vnd.paywithextend.v2099-01-01+json", 406)]
    [InlineData("application/json", 406)]
    [InlineData("*/*", 406)]
    [InlineData("", 406)]
    [InlineData(",;,=", 406)]
    public async Task The_version_travels_in_Accept(string accept, int expected)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(
            HttpMethod.Get, "/virtualcards", Sim.Basic("apik_demo", "demo"), ("x-extend-api-key", "apik_demo"), ("Accept", accept));

        Assert.Equal(expected, (int)response.StatusCode);
        if (expected == 406)
        {
            Assert.Equal("""{"error":"Invalid API version"}""", await response.Content.ReadAsStringAsync(Sim.Cancellation));
        }
    }

    [Theory]
    [InlineData("application/vnd.paywithextend.v2020-07-08+json")]
    [InlineData("application/vnd.paywithextend.v2020-01-17+json")]
    public async Task A_switch_accepts_older_versions(string accept)
    {
        await using var sim = await Sim.StartAsync(("olderVersions", "accepted"));

        using var response = await sim.SendAsync(
            HttpMethod.Get, "/virtualcards", Sim.Basic("apik_demo", "demo"), ("x-extend-api-key", "apik_demo"), ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/signin")]
    [InlineData("POST", "/renewauth")]
    [InlineData("DELETE", "/signout")]
    [InlineData("GET", "/transactions/txn_8UYiU0dYpsnAazOinSJKoB")]
    public async Task Every_path_wants_it_before_it_looks_at_the_credential(string method, string path)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(new HttpMethod(method), path, null, ("Accept", "application/json"));

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_path_is_404_and_a_wrong_method_405_whatever_else_is_wrong()
    {
        await using var sim = await Sim.StartAsync();

        using var unknown = await sim.SendAsync(HttpMethod.Get, "/nothing/here", null, ("Accept", "*/*"));
        using var wrong = await sim.SendAsync(HttpMethod.Put, "/virtualcards", null, ("Accept", "*/*"));
        using var write = await sim.SendAsync(HttpMethod.Put, $"/virtualcards/{Sim.TravelCard}/cancel");
        using var login = await sim.SendAsync(HttpMethod.Post, "/authconfig");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Equal(["GET"], wrong.Content.Headers.Allow);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, write.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, login.StatusCode);
        foreach (var response in new[] { unknown, wrong, write, login })
        {
            Assert.NotEqual("", (await response.JsonAsync()).Text("error"));
        }
    }
}
