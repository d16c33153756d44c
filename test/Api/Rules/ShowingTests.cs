using System.Text.Json.Nodes;
using Vts.Callers;

namespace Vts.Api.Tests.Rules;

public sealed class ShowingTests
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";

    [Fact]
    public async Task A_hidden_member_is_left_out_and_the_id_and_the_order_stay()
    {
        await using var vts = await StartAsync(("Callers:1:Fields:0", "status"), ("Callers:1:Fields:1", "last4"), ("Callers:1:Fields:2", "amountCents"));

        Assert.Equal("""{"id":"vc_A681POqRINI7goyrCNPff7","last4":"5348","status":"ACTIVE"}""", await ReadAsync(vts, Card));
        Assert.StartsWith("""[{"id":"vc_A681POqRINI7goyrCNPff7","last4":"5348","status":"ACTIVE"},{""", await ReadAsync(vts, "/cards"));
        Assert.All(JsonNode.Parse(await ReadAsync(vts, "/transactions"))!.AsArray(),
            row => Assert.Equal(["id", "status", "amountCents"], row!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task Text_is_written_the_same_whether_members_are_hidden_or_not()
    {
        await using var vts = await StartAsync(("Callers:1:Fields:0", "merchantName"));
        var whole = (await vts.ListAsync("/transactions")).Select(row => $$"""{"id":{{Raw(row!["id"])}},"merchantName":{{Raw(row["merchantName"])}}}""");

        Assert.Equal($"[{string.Join(',', whole)}]", await ReadAsync(vts, "/transactions"));
    }

    [Theory]
    [InlineData("/cards")]
    [InlineData("/cards/active")]
    [InlineData(Card)]
    [InlineData(Card + "/transactions")]
    [InlineData("/transactions")]
    public async Task The_tag_is_of_what_is_shown_and_another_callers_does_not_match(string path)
    {
        await using var vts = await StartAsync(("Callers:1:Fields:0", "displayName"), ("Freshness:Cards", "00:10:00"), ("Freshness:Transactions", "00:10:00"));
        using var whole = await vts.SendAsync(path);
        using var shown = await vts.SendAsync(path, "ruled");

        using var crossed = await vts.SendAsync(path, "ruled", headers: ("If-None-Match", $"{whole.Headers.ETag}"));
        using var again = await vts.SendAsync(path, "ruled", headers: ("If-None-Match", $"{shown.Headers.ETag}"));
        using var head = await vts.SendAsync(path, "ruled", HttpMethod.Head);

        Assert.NotEqual(whole.Headers.ETag, shown.Headers.ETag);
        Assert.Equal((200, 304), ((int)crossed.StatusCode, (int)again.StatusCode));
        Assert.Equal(shown.Headers.ETag, head.Headers.ETag);
        Assert.Equal(shown.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.EndsWith("token, Authorization", string.Join(", ", shown.Headers.Vary), StringComparison.Ordinal);
        Assert.Equal(path != "/cards/vc_A681POqRINI7goyrCNPff7", shown.Headers.Vary.Contains("Accept"));
    }

    [Theory]
    [InlineData("cards:read", "transactions:read", "/transactions", "/cards")]
    [InlineData("cards:read", "transactions:read", Card + "/transactions", Card)]
    [InlineData("transactions:read", "cards:read", "/cards", "/transactions")]
    [InlineData("transactions:read", "cards:read", "/cards/active", "/transactions")]
    [InlineData("transactions:read", "cards:read", Card, Card + "/transactions")]
    [InlineData("transactions:read", "cards:read", "/cards/vc_1", Card + "/transactions")]
    public async Task Without_the_scope_the_answer_is_a_403_that_names_it_and_extend_is_not_asked(string has, string lacks, string path, string allowed)
    {
        await using var vts = await StartAsync(("Callers:1:Scopes:0", has));

        using var refused = await vts.ExpectProblemAsync(403, "scope_missing", path, "ruled");
        using var head = await vts.SendAsync(path, "ruled", HttpMethod.Head);
        Assert.Empty(await vts.Simulator.RequestsAsync());

        Assert.Equal(403, (int)head.StatusCode);
        Assert.Equal($"Bearer realm=\"vts\", error=\"insufficient_scope\", scope=\"{lacks}\"", refused.Headers.WwwAuthenticate.ToString());
        await ReadAsync(vts, allowed);
    }

    private static Task<VtsApp> StartAsync(params (string, string)[] settings) => VtsApp.StartAsync(settings:
        [("Callers:1:Name", "ruled"), ("Callers:1:TokenSha256", KnownCallers.Hash("ruled")), .. settings]);

    private static async Task<string> ReadAsync(VtsApp vts, string path)
    {
        using var response = await vts.SendAsync(path, "ruled");
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }

    private static string Raw(JsonNode? node) => node?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
}
