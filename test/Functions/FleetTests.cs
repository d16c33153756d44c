namespace Vts.Functions.Tests;

/// <summary>Many processes of several functions over one table. VTS_LONG=1 asks 10,000 times while they are killed and frozen.</summary>
public sealed class FleetTests(DynamoDb dynamoDb)
{
    private static readonly int Requests = Environment.GetEnvironmentVariable("VTS_LONG") == "1" ? 10_000 : 400;
    private static readonly string[] Paths = [World.Card, "/cards", "/cards/active", World.Card + "/transactions", "/transactions"];

    [Fact]
    public async Task Two_hundred_calls_at_once_of_all_functions_are_one_sign_in()
    {
        await using var world = await World.StartAsync(dynamoDb, concurrency: 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => world.AskAsync(Paths[i % Paths.Length])));

        Assert.All(answers, answer => Assert.Equal((200, null), answer));
        Assert.InRange(world.Gateway.Instances.Count, 6, 15);
        Assert.Equal(1, await world.CountAsync("POST", "/signin"));
    }

    [Fact]
    public async Task Keep_sessions_renews_a_session_in_use_when_it_is_due_and_no_other()
    {
        await using var world = await World.StartAsync(dynamoDb);
        Assert.Equal("{}", await world.InvokeAsync("KeepSessions", "{}"));
        Assert.Equal(0, await world.CountAsync("POST", "/signin"));
        await world.SwitchAsync("tokenLife", 3);
        Assert.Equal((200, null), await world.AskAsync());

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await world.CountAsync("POST", "/renewauth") == 0)
        {
            Assert.Equal("{}", await world.InvokeAsync("KeepSessions", "{}"));
            patience.Token.ThrowIfCancellationRequested();
        }

        Assert.Equal(1, await world.CountAsync("POST", "/signin"));
    }

    [Fact]
    public async Task While_processes_are_killed_and_frozen_every_request_gets_one_answer_and_it_is_the_contracts()
    {
        await using var world = await World.StartAsync(dynamoDb, concurrency: 2);
        var random = new Random(7);
        var sent = 0;
        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var seen = new List<(int Status, string? Code)>();
            while (Interlocked.Increment(ref sent) is var number && number <= Requests)
            {
                var disturbed = number % 20 == 0 ? DisturbAsync(world, random) : Task.CompletedTask;
                seen.Add(await world.AskAsync(Paths[number % 4]));
                await disturbed;
            }

            return seen;
        }));

        var all = statuses.SelectMany(seen => seen).ToList();
        Assert.Equal(Requests, all.Count);
        Assert.All(all, answer => Assert.Contains(answer, new (int, string?)[] { (200, null), (500, "internal_error"), (503, "extend_busy") }));
        Assert.InRange(all.Count(answer => answer.Status == 200), Requests * 9 / 10, Requests);
        Assert.InRange(await world.CountAsync("POST", "/signin"), 1, 2);
        Assert.Equal((200, null), await world.AskAsync());
    }

    private static async Task DisturbAsync(World world, Random random)
    {
        if (world.Gateway.Instances is not { Count: > 0 } instances)
        {
            return;
        }

        var process = instances[random.Next(instances.Count)].Pid;
        if (random.Next(2) == 0)
        {
            world.Gateway.Kill(process);
        }
        else
        {
            await world.Gateway.FreezeAsync(process, TimeSpan.FromMilliseconds(random.Next(1, 200)));
        }
    }
}
