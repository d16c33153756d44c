using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>Many requests while processes are killed and frozen at random. VTS_LONG=1 sends all 10,000.</summary>
public sealed class StormTests(DynamoDb dynamoDb)
{
    private const int Senders = 8;
    private const int Every = 40;

    private static readonly int Requests = Environment.GetEnvironmentVariable("VTS_LONG") == "1" ? 10_000 : 2_000;

    [Fact]
    public async Task Every_request_gets_one_answer_well_formed_none_lost_and_none_doubled()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        var answered = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var invocations = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var failed = 0;
        var sent = 0;
        var random = new Random(1);

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (Interlocked.Increment(ref sent) is var number && number <= Requests)
            {
                var disturbance = number % Every == 0 ? DisturbAsync(gateway.Server, random) : Task.CompletedTask;
                var id = $"request-{number}";
                using var request = new HttpRequestMessage(HttpMethod.Get, "/cards");
                request.Headers.Add("x-id", id);
                using var answer = await gateway.Http.SendAsync(request);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    var echo = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                    Assert.Equal(id, (string?)echo["event"]!["headers"]!["x-id"]);
                    invocations.AddOrUpdate((string)echo["id"]!, 1, (_, times) => times + 1);
                }
                else
                {
                    await ProblemAssert.IsAsync(500, "internal_error", answer);
                    Interlocked.Increment(ref failed);
                }

                Assert.True(answered.TryAdd(id, answer.Headers.GetValues("x-amzn-RequestId").Single()));
                await disturbance;
            }
        }));

        Assert.Equal(Requests, answered.Count);
        Assert.Equal(Requests, answered.Values.Distinct().Count());
        Assert.Equal(Requests, invocations.Count + failed);
        Assert.All(invocations.Values, times => Assert.Equal(1, times));
        Assert.InRange(failed, 1, Requests / Every * 2);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Requests} requests, {failed} failed by a kill");
    }

    private static async Task DisturbAsync(LocalGatewayServer server, Random random)
    {
        FunctionInstanceInfo[] instances = [.. server.Instances];
        if (instances.Length == 0)
        {
            return;
        }

        int chosen, kind, milliseconds;
        lock (random)
        {
            (chosen, kind, milliseconds) = (random.Next(instances.Length), random.Next(2), random.Next(1, 200));
        }

        if (kind == 0)
        {
            server.Kill(instances[chosen].Pid);
        }
        else
        {
            await server.FreezeAsync(instances[chosen].Pid, TimeSpan.FromMilliseconds(milliseconds));
        }
    }
}
