using System.Text.Json;

namespace Vts.Bench.Replay.Tests;

public sealed class RecordTests(TwoBuilds builds) : IClassFixture<TwoBuilds>, IDisposable
{
    private const string Key = "a-key-of-sixteen-characters-or-more";

    private readonly Scratch _scratch = new();

    private string Recording => _scratch.At("recording.ndjson");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_was_recorded_of_one_build_another_answers_the_same()
    {
        await RecordAsync();

        var replayed = await ReplayRun.OfAsync("replay", Recording, builds.Second);

        Assert.Equal("", string.Join('\n', replayed.Output.Split('\n')[..^2]));
        Assert.Equal(0, replayed.ExitCode);
    }

    [Fact]
    public async Task A_recording_by_a_key_holds_no_id_and_is_replayed_with_the_key()
    {
        var key = _scratch.Write("key", Key);
        await RecordAsync("--key-file", key, "--requests", _scratch.Write("list", $"/cards\n/cards/{await CardAsync()}\n/cards.csv\n/cards/{{card}}/transactions.ndjson"));

        Assert.DoesNotContain(await CardAsync(), await File.ReadAllTextAsync(Recording));
        Assert.Equal(0, (await ReplayRun.OfAsync("replay", Recording, builds.Second, "--key-file", key)).ExitCode);
        Assert.Equal(2, (await ReplayRun.OfAsync("replay", Recording, builds.Second)).ExitCode);
    }

    [Fact]
    public async Task With_a_key_a_changed_name_is_seen_without_being_told()
    {
        var key = _scratch.Write("key", Key);
        await RecordAsync("--key-file", key, "--requests", _scratch.Write("list", "/cards"));
        await using var proxy = await ChangingProxy.StartAsync(
            builds.Second, answer => answer.Body = answer.Body.Replace("\"displayName\":\"", "\"displayName\":\"New ", StringComparison.Ordinal));

        var replayed = await ReplayRun.OfAsync("replay", Recording, proxy.Address, "--key-file", key);

        Assert.Equal(1, replayed.ExitCode);
        Assert.Contains("  body[0].displayName: (not shown) → (not shown)\n", replayed.Output);
    }

    [Fact]
    public async Task A_changed_amount_is_told()
    {
        await RecordAsync("--requests", _scratch.Write("list", "/cards"));
        await using var proxy = await ChangingProxy.StartAsync(
            builds.Second, answer => answer.Body = answer.Body.Replace("\"balanceCents\":", "\"balanceCents\":9", StringComparison.Ordinal));

        var replayed = await ReplayRun.OfAsync("replay", Recording, proxy.Address, "--json");

        Assert.Equal(1, replayed.ExitCode);
        Assert.Contains("body[0].balanceCents", replayed.Output);
    }

    [Fact]
    public async Task A_recording_holds_no_token_and_no_name_and_only_its_owner_may_read_it()
    {
        await RecordAsync();

        var text = await File.ReadAllTextAsync(Recording);
        Assert.DoesNotContain(TwoBuilds.Token, text);
        Assert.DoesNotContain("\"token\":\"", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Recording));
        foreach (var name in await NamesAsync())
        {
            Assert.DoesNotContain(name, text);
        }

        Assert.Contains("limitCents", text);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task Of_a_server_that_answers_with_the_token_nothing_is_recorded()
    {
        await using var proxy = await ChangingProxy.StartAsync(builds.First, answer => answer.Headers["X-Echo"] = $"token {TwoBuilds.Token}");

        var run = await ReplayRun.OfAsync("record", proxy.Address, Recording);

        Assert.Equal(2, run.ExitCode);
        Assert.False(File.Exists(Recording));
        Assert.DoesNotContain(TwoBuilds.Token, run.Output + run.Errors);
    }

    [Fact]
    public async Task The_audit_record_tells_what_is_asked()
    {
        var card = await CardAsync();
        var audit = _scratch.Write("audit.jsonl", $$$"""
            {"operation":"getCard","cards":["{{{card}}}"],"status":200}
            {"logger":"Vts.Audit","audit":{"operation":"getMe","status":200}}
            {"operation":"getCard","cards":["{{{card}}}"],"status":200}
            {"operation":"getCard","cards":["malformed"],"status":404}
            {"operation":"getCard","cards":["vc_x/../../sim"],"status":404}
            no event
            {"status":404}
            """);

        await RecordAsync("--audit", audit);

        var lines = (await File.ReadAllLinesAsync(Recording))[1..];
        Assert.Equal([$"/cards/{card}", "/me"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("request").GetProperty("target").GetString()));
    }

    private async Task RecordAsync(params string[] more)
    {
        var run = await ReplayRun.OfAsync(["record", builds.First, Recording, .. more]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    private async Task<string> CardAsync() => (await CardsAsync())[0].GetProperty("id").GetString()!;

    private async Task<IEnumerable<string>> NamesAsync() => (await CardsAsync())
        .SelectMany(card => (string[])["displayName", "recipientName", "recipientEmail", "cardholderName"], (card, member) => card.TryGetProperty(member, out var value) ? value.GetString() : null)
        .OfType<string>().Where(name => name.Length > 6).Distinct(StringComparer.Ordinal);

    private async Task<JsonElement[]> CardsAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("token", TwoBuilds.Token);
        using var cards = JsonDocument.Parse(await http.GetStringAsync($"{builds.First}cards?fields=all"));
        return [.. cards.RootElement.EnumerateArray().Select(card => card.Clone())];
    }
}
