using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>The committed events are of the form that the gateway sends.</summary>
public sealed class EventTests(DynamoDb dynamoDb)
{
    private static readonly string[] Operations = ["listCards", "listActiveCards", "getCard", "listCardTransactions", "listTransactions", "summarizeTransactions", "getMe"];

    [Theory]
    [InlineData(PayloadVersion.One, ".json")]
    [InlineData(PayloadVersion.Two, ".v2.json")]
    public async Task Each_event_has_the_members_that_the_gateway_sends_for_its_path(PayloadVersion payload, string ending)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, payload);
        foreach (var operation in Operations)
        {
            var committed = JsonNode.Parse(Testing.Repository.Read($"deploy/events/{operation}{ending}"))!;
            using var request = new HttpRequestMessage(HttpMethod.Get, (string?)committed["path"] ?? (string?)committed["rawPath"]);
            request.Headers.TryAddWithoutValidation("token", "demo");
            request.Headers.TryAddWithoutValidation("User-Agent", "curl/8.5.0");
            request.Headers.TryAddWithoutValidation("Accept", "*/*");

            var sent = (await gateway.EchoAsync(request))["event"]!;

            Assert.Equal(Members(sent), Members(committed));
            Assert.Equal("demo", (string?)committed["headers"]!["token"]);
            Assert.Equal((string?)sent["resource"] ?? (string?)sent["routeKey"], (string?)committed["resource"] ?? (string?)committed["routeKey"]);
        }
    }

    // The paths of all members that hold no others.
    private static IEnumerable<string> Members(JsonNode @event) => Paths(@event, "").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node is JsonObject members
        ? members.SelectMany(member => Paths(member.Value, $"{path}/{member.Key}"))
        : [path];
}
