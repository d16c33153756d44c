using System.Text.Json;
using System.Text.Json.Nodes;
using Extend.Json;
using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

/// <summary>A simulator whose cards have just the transactions that a test gives them, and the history read from it.</summary>
internal sealed class HistoryWorld : IAsyncDisposable
{
    private readonly ExtendWorld _world;

    private HistoryWorld(ExtendWorld world) => (_world, Client) = (world, world.Client);

    public static DateTimeOffset Start { get; } = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    public ExtendClient Client { get; private set; }

    public static async Task<HistoryWorld> StartAsync(bool older, params (string Name, string Value)[] switches)
    {
        var world = new HistoryWorld(await ExtendWorld.StartAsync(older));
        await world.SwitchAsync(switches);
        return world;
    }

    public Task SwitchAsync(params (string Name, string Value)[] switches) => _world.ControlAsync(
        HttpMethod.Patch, "sim/switches", new JsonObject(switches.Select(item => KeyValuePair.Create(item.Name, (JsonNode?)item.Value))));

    /// <summary>Goes on with a client that has learned nothing yet.</summary>
    public void Forget() => Client = _world.AddProcess()["main"];

    public async Task<string> AddCardAsync(params IEnumerable<Row> rows)
    {
        var card = (string)JsonNode.Parse(await _world.ControlAsync(HttpMethod.Post, "sim/tenants/demo/cards", new JsonObject()))!["id"]!;
        foreach (var row in rows)
        {
            await AddAsync(card, row);
        }

        return card;
    }

    public async Task<string> AddAsync(string card, Row row)
    {
        var members = new JsonObject { ["status"] = row.Status, ["authedAt"] = Text(row.AuthedAt) };
        if (row.ClearedAt is { } clearedAt)
        {
            members["clearedAt"] = Text(clearedAt);
        }

        var made = await _world.ControlAsync(HttpMethod.Post, $"sim/tenants/demo/cards/{card}/transactions", members);
        var id = (string)JsonNode.Parse(made)!["id"]!;
        if (row.IsUndated)
        {
            await _world.ControlAsync(HttpMethod.Patch, $"sim/tenants/demo/transactions/{id}?remove=authedAt", new JsonObject());
        }

        return id;
    }

    public Task ClearAsync(string id) => _world.ControlAsync(HttpMethod.Post, $"sim/tenants/demo/transactions/{id}/clear", new JsonObject());

    public Task ReverseAsync(string id) => _world.ControlAsync(HttpMethod.Post, $"sim/tenants/demo/transactions/{id}/reverse");

    /// <summary>Lets Extend deny the card to the next call about it.</summary>
    public Task DenyOnceAsync(string card) => _world.RefuseOnceAsync($"/virtualcards/{card}", 404);

    public Task PatchAsync(string id, JsonObject members) => _world.ControlAsync(HttpMethod.Patch, $"sim/tenants/demo/transactions/{id}", members);

    /// <summary>The card's whole history, from the simulator itself, in the order that the client promises.</summary>
    public async Task<Transaction[]> AllAsync(string card)
    {
        var list = await _world.ControlAsync(HttpMethod.Get, $"sim/tenants/demo/cards/{card}/transactions");
        return
        [
            .. JsonSerializer.Deserialize(list, ExtendJson.Default.IReadOnlyListTransaction)!
                .OrderByDescending(row => row.AuthedAt is not null)
                .ThenByDescending(row => row.AuthedAt)
                .ThenByDescending(row => row.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<string[]> ReadAsync(string card, HistoryQuery? query = null, int most = int.MaxValue) =>
        [.. (await RowsAsync(card, query, most)).Select(row => row.Id)];

    public async Task<Transaction[]> RowsAsync(string card, HistoryQuery? query = null, int most = int.MaxValue)
    {
        var rows = new List<Transaction>();
        await foreach (var row in Client.ReadHistoryAsync(card, query ?? new HistoryQuery(), new Asking("test"), default))
        {
            rows.Add(row);
            if (rows.Count == most)
            {
                break;
            }
        }

        return [.. rows];
    }

    /// <summary>The queries of what was asked since the last time this was called.</summary>
    public async Task<string[]> QueriesAsync()
    {
        var queries = await _world.QueriesAsync();
        await _world.RequestsAsync();
        return queries;
    }

    /// <summary>Reads the whole history while something is done whenever Extend has answered; it takes its time over the next answer.</summary>
    public async Task<Transaction[]> ReadWhileAsync(string card, HistoryQuery query, Func<Task> betweenCalls)
    {
        await SwitchAsync(("latency", "1"));
        await QueriesAsync();
        var reading = RowsAsync(card, query);
        var answered = 0;
        while (!reading.IsCompleted)
        {
            var now = (await _world.QueriesAsync()).Length;
            if (now > answered)
            {
                answered = now;
                await betweenCalls();
            }

            _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return await reading;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
