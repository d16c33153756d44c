using System.Net;
using System.Text.Json.Nodes;
using Vts.Callers.Keys;
using Vts.Testing;

namespace Vts.Server.Tests;

public sealed class KeysCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-keys");

    private string Path => System.IO.Path.Combine(_folder.FullName, "keys.json");

    private Dictionary<string, string> Settings => new() { ["Callers__Keys__Store"] = "File", ["Callers__Keys__File"] = Path };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_key_from_birth_to_revocation()
    {
        var created = await JsonAsync("create", "--name", "dashboard", "--account", "demo", "--scope", "cards:read", "--scope", "transactions:read", "--card", "vc_A681POqRINI7goyrCNPff7", "--card", "vc_9OqOVoiprAi9lvBFmbGj0n", "--expires", "90d");
        var (key, id) = ((string)created["key"]!, (string)created["id"]!);
        Assert.True(ApiKey.IsWellFormed(key));
        Assert.Equal(["cards:read", "transactions:read"], created["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(2, created["cards"]!["ids"]!.AsArray().Count);
        Assert.Equal("live", (string?)created["state"]);

        await using var server = new ServerProcess(["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"], Settings);
        using var http = new HttpClient { BaseAddress = await server.AddressAsync() };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, key));

        var rotated = await JsonAsync("rotate", "dashboard");
        Assert.Equal(id, (string?)rotated["replaces"]);
        await UntilAsync(async () => await StatusAsync(http, (string)rotated["key"]!) == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, key));

        Assert.Equal("revoked", (string?)(await JsonAsync("revoke", id, "--yes"))["state"]);
        await UntilAsync(async () => await StatusAsync(http, key) == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, (string)rotated["key"]!));

        server.Terminate();
        Assert.Equal(0, await server.ExitCodeAsync());
        var list = (await RunAsync(0, ["list", "--json"])).Output;
        Assert.All(JsonNode.Parse(list)!.AsArray(), listed => Assert.NotNull((string?)listed!["lastUsed"]));
        Assert.DoesNotContain(key[4..], list + server.Output + server.Errors);
    }

    [Fact]
    public async Task A_new_key_lives_as_long_as_the_old_one_was_made_for_however_often_it_is_replaced()
    {
        var first = await JsonAsync("create", "--name", "ann", "--account", "demo", "--expires", "90d");
        var lost = await JsonAsync("rotate", "ann", "--grace", "1h");
        await JsonAsync("revoke", (string)lost["id"]!, "--yes");
        var second = await JsonAsync("rotate", (string)first["id"]!);
        await JsonAsync("create", "--name", "bob", "--account", "demo");
        await JsonAsync("rotate", "bob", "--grace", "1h");

        Assert.InRange(Length(lost), TimeSpan.FromDays(90) - TimeSpan.FromMinutes(5), TimeSpan.FromDays(90) + TimeSpan.FromMinutes(5));
        Assert.InRange(Length(second), TimeSpan.FromDays(90) - TimeSpan.FromMinutes(5), TimeSpan.FromDays(90) + TimeSpan.FromMinutes(5));
        var old = await JsonAsync("show", (string)first["id"]!);
        Assert.InRange(Length(old), TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(70));
        var bobs = JsonNode.Parse((await RunAsync(0, ["list", "--json"])).Output)!.AsArray().Where(key => (string?)key!["name"] == "bob").ToList();
        Assert.Equal(1, bobs.Count(key => key!["expires"] is null));
    }

    private static TimeSpan Length(JsonNode key) => DateTimeOffset.Parse((string)key["expires"]!) - DateTimeOffset.Parse((string)key["created"]!);

    [Fact]
    public async Task People_read_a_table_and_see_a_key_once()
    {
        var created = (await RunAsync(0, ["create", "--name", "Zoë's script", "--account", "demo"])).Output;
        var key = created.Split('\n').Single(line => line.StartsWith("  vts_", StringComparison.Ordinal)).Trim();

        var list = (await RunAsync(0, ["list"])).Output;
        var show = (await RunAsync(0, ["show", "Zoë's script"])).Output;

        Assert.Matches(@"^ID +NAME +ACCOUNT +STATE +EXPIRES +LAST USED\s+key_\w{16}  Zoë's script  demo     live   never    never\s*$", list);
        Assert.Contains("last used   never", show);
        Assert.DoesNotContain(key[4..], list + show);
        Assert.DoesNotContain("sha256", list + show);
    }

    [Fact]
    public async Task Whose_a_found_key_is_can_be_asked_without_typing_it_on_the_command_line()
    {
        var created = await JsonAsync("create", "--name", "lost", "--account", "demo");

        Assert.Contains((string)created["id"]!, (await RunAsync(0, ["show", "-"], (string)created["key"]! + "\n")).Output);
        Assert.Contains("none of this store", (await RunAsync(1, ["show", "-"], ApiKey.New() + "\n")).Errors);
        Assert.Contains("checksum", (await RunAsync(1, ["show", "-"], "vts_nonsense\n")).Errors);
    }

    [Theory]
    [InlineData("y\n", 0, "revoked")]
    [InlineData("yes\n", 0, "revoked")]
    [InlineData("n\n", 1, "live")]
    [InlineData("\n", 1, "live")]
    [InlineData("", 1, "live")]
    public async Task Revoking_asks_and_takes_nothing_but_yes_for_an_answer(string answer, int exitCode, string state)
    {
        await JsonAsync("create", "--name", "ann", "--account", "demo");

        Assert.Contains("cannot be undone", (await RunAsync(exitCode, ["revoke", "ann"], answer)).Errors);

        Assert.Equal(state, (string?)(await JsonAsync("show", "ann"))["state"]);
    }

    [Fact]
    public async Task What_cannot_be_done_says_why_in_one_line_and_ends_with_1()
    {
        await JsonAsync("create", "--name", "ann", "--account", "demo");
        await JsonAsync("rotate", "ann");
        var dead = (string)(await JsonAsync("create", "--name", "dead", "--account", "demo"))["id"]!;
        await JsonAsync("revoke", dead, "--yes");
        await JsonAsync("create", "--name", "later", "--account", "demo", "--not-before", "2d");

        foreach (var (arguments, told) in new (string[], string)[]
        {
            (["create", "--name", "ann", "--account", "demo"], "keys rotate"),
            (["create", "--name", "two\nlines", "--account", "demo"], "name must be"),
            (["create", "--name", "bob"], "--account"),
            (["create", "--name", "bob", "--account", "demo", "--limits", "1,2"], "--limits"),
            (["create", "--name", "bob", "--account", "demo", "--not-before", "2d", "--expires", "1d"], "expires must be later"),
            (["create", "--name", "bob", "--account", "demo", "--expires", "2020-01-01"], "end that is to come"),
            (["create", "--name", "bob", "--account", "demo", "--limits", "2147483647,1,1"], "between 1 and 100000"),
            (["create", "--name", "bob", "--account", "two\nlines"], "account must be"),
            (["create", "--name", "-", "--account", "demo"], "name must not be"),
            (["rotate", "later"], "not yet valid"),
            (["rotate", dead], "revoked"),
            (["revoke", dead, "--yes"], "revoked already"),
            (["revoke", "ann", "--yes"], "by its id"),
            (["show", "nobody"], "no key 'nobody'"),
        })
        {
            var run = await RunAsync(1, arguments);
            Assert.Contains(told, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
            Assert.Empty(run.Output.Trim());
        }
    }

    [Theory]
    [InlineData("--expires", "soon")]
    [InlineData("--expires", "2027-02-30")]
    [InlineData("--not-before", "12:00")]
    [InlineData("--scope", "cards:write")]
    public async Task A_value_of_the_wrong_form_is_refused(string option, string value) =>
        Assert.Contains(value, (await RunAsync(1, ["create", "--name", "a", "--account", "demo", option, value])).Errors);

    [Fact]
    public async Task Without_a_store_it_says_which_settings_name_one()
    {
        await using var command = new ServerProcess(["keys", "list"]);

        Assert.Equal(1, await command.ExitCodeAsync());
        Assert.Contains("Callers__Keys__Store=File", command.Errors);
    }

    [Fact]
    public async Task A_server_whose_key_file_is_wrong_does_not_start_and_says_where_it_is_wrong()
    {
        await File.WriteAllTextAsync(Path, """{"version":1,"keys":[{"canary":1}]}""");
        await using var server = new ServerProcess(["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"], Settings);

        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains(Path, Assert.Single(server.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }

    [Theory]
    [InlineData("File", null, "Callers:Keys:File")]
    [InlineData("None", "/tmp/keys.json", "Callers:Keys:Store")]
    [InlineData("Elsewhere", null, "Callers:Keys:Store")]
    public async Task Settings_that_do_not_go_together_are_told(string store, string? file, string told)
    {
        var settings = new Dictionary<string, string> { ["Callers__Keys__Store"] = store };
        if (file is not null)
        {
            settings["Callers__Keys__File"] = file;
        }

        foreach (var arguments in new string[][] { ["keys", "list"], ["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"] })
        {
            await using var server = new ServerProcess(arguments, settings);
            Assert.Equal(1, await server.ExitCodeAsync());
            Assert.Contains(told, server.Errors);
            Assert.DoesNotContain("   at ", server.Errors);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cards/active") { Headers = { { "token", key } } };
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isSo())
        {
            await pace.WaitForNextTickAsync(over.Token);
        }
    }

    private async Task<JsonNode> JsonAsync(params string[] arguments) => JsonNode.Parse((await RunAsync(0, [.. arguments, "--json"])).Output)!;

    private async Task<(string Output, string Errors)> RunAsync(int exitCode, string[] arguments, string input = "")
    {
        await using var command = new ServerProcess(["keys", .. arguments], Settings, input: input);
        var ended = await command.ExitCodeAsync();
        Assert.True(exitCode == ended, $"{string.Join(' ', arguments)}: {ended} {command.Output}{command.Errors}");
        return (command.Output, command.Errors);
    }
}
