using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Keys;

public sealed class FileKeyStoreTests : IDisposable
{
    private readonly KeyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_read_as_it_was_written_and_the_key_itself_is_nowhere()
    {
        var key = ApiKey.New();
        var record = Sample.Record(key) with
        {
            Scopes = Scopes.Cards, Cards = new CardRule { Ids = ["vc_A681POqRINI7goyrCNPff7"], Statuses = ["ACTIVE"] }, Fields = new FieldRule { Names = ["last4"] },
            Limits = new CallerLimits(1, 2, 3), NotBefore = Sample.Now, Expires = Sample.Now.AddDays(1), Revoked = Sample.Now.AddHours(1), Replaces = "key_0123456789ABCDEF",
        };
        await _folder.WriteAsync(record);

        var read = Assert.Single((await _folder.Store.ReadAsync(null, default))!.Keys);

        Assert.Equal(record with { Cards = read.Cards, Fields = read.Fields }, read);
        Assert.Equal(record.Cards.Ids, read.Cards.Ids);
        Assert.Equal(record.Cards.Statuses, read.Cards.Statuses);
        Assert.Null(read.Cards.Recipients);
        Assert.Equal(record.Fields.Names, read.Fields.Names);
        Assert.DoesNotContain(key[4..], await File.ReadAllTextAsync(_folder.Path));
    }

    [Fact]
    public async Task The_file_is_its_owners_alone_and_keeps_its_groups_right_to_read()
    {
        await _folder.WriteAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());

        Chmod(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        await _folder.WriteAsync(Sample.Record("a"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, Mode());
        Assert.Equal(["keys.json", "keys.json.lock"], _folder.Files);
    }

    [Fact]
    public async Task The_file_keeps_its_owner_and_its_group()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may give a file to another user.");
        await _folder.WriteAsync();
        Chown("65534:65534");

        await _folder.WriteAsync(Sample.Record("a"));

        Assert.Equal("65534:65534", Owner());
    }

    [Fact]
    public async Task The_lock_is_its_owners_alone()
    {
        await _folder.WriteAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(_folder.Path + ".lock"));
    }

    [Fact]
    public async Task A_link_to_what_never_ends_is_read_to_the_limit_and_refused()
    {
        File.CreateSymbolicLink(_folder.Path, "/dev/zero");

        var fault = await Assert.ThrowsAsync<KeyStoreException>(() => _folder.Store.ReadAsync(null, default).AsTask());

        Assert.Contains("larger than", fault.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task Uses_that_are_none_are_written_anew(string content)
    {
        await _folder.WriteAsync();
        await File.WriteAllTextAsync(_folder.Path + ".used", content);

        await _folder.Store.WriteUsesAsync(new Dictionary<string, DateTimeOffset> { ["key_1"] = Sample.Now }, default);

        Assert.Equal(Sample.Now, (await _folder.Store.ReadUsesAsync(default))["key_1"]);
    }

    [Theory]
    [InlineData("\"cards\":{\"ids\":[null]}")]
    [InlineData("\"cards\":{\"statuses\":[\"active\"]}")]
    [InlineData("\"fields\":{\"names\":[\"displayname\"]}")]
    [InlineData("\"limits\":{\"requestsPerSecond\":2147483647,\"burst\":1,\"concurrency\":1}")]
    [InlineData("\"name\":\"key_AAAAAAAAAAAAAAAA\"")]
    [InlineData("\"name\":\"-\"")]
    [InlineData("\"name\":\"left\u202Eright\"")]
    [InlineData("\"account\":\"main\\nkey_FAKE\"")]
    public async Task What_stands_in_the_file_is_held_to_the_rules_of_the_configuration(string member)
    {
        var name = member.Split(':')[0];
        var file = JsonNode.Parse(JsonSerializer.Serialize(new KeyFile(1, [Sample.Record("a") with { Limits = new CallerLimits(1, 1, 1) }]), KeyJson.Default.KeyFile))!;
        file["keys"]![0]![name.Trim('"')] = JsonNode.Parse($"{{{member}}}")![name.Trim('"')]!.DeepClone();
        await File.WriteAllTextAsync(_folder.Path, file.ToJsonString());

        var fault = await Assert.ThrowsAsync<KeyStoreException>(() => _folder.Store.ReadAsync(null, default).AsTask());

        Assert.Contains(name.Trim('"'), fault.Message);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        await _folder.WriteAsync(Sample.Record("a"));
        var version = (await _folder.Store.ReadAsync(null, default))!.Version;

        Assert.Null(await _folder.Store.ReadAsync(version, default));

        await _folder.WriteAsync(Sample.Record("b"));
        Assert.Equal(2, (await _folder.Store.ReadAsync(version, default))!.Keys.Count);
    }

    [Fact]
    public async Task Of_two_that_change_it_at_once_the_slower_is_told()
    {
        await _folder.WriteAsync();
        var version = (await _folder.Store.ReadAsync(null, default))!.Version;

        Assert.True(await _folder.Store.TryWriteAsync([Sample.Record("a")], version, default));
        Assert.False(await _folder.Store.TryWriteAsync([Sample.Record("b")], version, default));
    }

    [Fact]
    public async Task Of_many_that_make_keys_at_once_none_loses_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            new KeyIssuer(_folder.Store, TimeProvider.System).CreateAsync(new Caller($"caller {i}", "main"), null, default))));

        Assert.Equal(20, (await _folder.Store.ReadAsync(null, default))!.Keys.Select(key => key.Name).Distinct().Count());
    }

    [Fact]
    public async Task A_reader_meets_the_old_file_or_the_new_one_and_nothing_between()
    {
        await _folder.WriteAsync(Sample.Record("a"));
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await _folder.WriteAsync(Sample.Record($"b{i}"));
            }
        });

        var last = 1;
        while (!writing.IsCompleted)
        {
            var count = (await _folder.Store.ReadAsync(null, default))!.Keys.Count;
            Assert.InRange(count, last, 101);
            last = count;
        }

        await writing;
    }

    [Theory]
    [InlineData("", "is not right")]
    [InlineData("{", "is not right")]
    [InlineData("null", "is not right")]
    [InlineData("[]", "is not right")]
    [InlineData("""{"version":2,"keys":[]}""", "version is 2")]
    [InlineData("""{"keys":[]}""", "is not right")]
    [InlineData("""{"version":1,"keys":null}""", "line 1")]
    [InlineData("""{"version":1,"keys":[null]}""", "keys[0]")]
    [InlineData("""{"version":1,"keys":[{"id":"key_0123456789ABCDEF"}]}""", "is not right")]
    [InlineData("""{"version":1,"keys":[],"version":1}""", "is not right")]
    [InlineData("\0\u0001\uFFFD", "is not right")]
    [InlineData("""{"version":1,"canary":[]}""", "is not right at line 1")]
    public async Task What_is_no_key_file_is_told_by_its_place_and_never_by_its_content(string content, string told)
    {
        await File.WriteAllTextAsync(_folder.Path, content);

        var fault = await Assert.ThrowsAsync<KeyStoreException>(() => _folder.Store.ReadAsync(null, default).AsTask());

        Assert.Contains(told, fault.Message);
        Assert.Contains(_folder.Path, fault.Message);
        Assert.DoesNotContain("canary", fault.ToString());
        Assert.False(fault.MayPass);
    }

    [Theory]
    [InlineData("\"expires\"", "\"expire\"")]
    [InlineData("\"expires\"", "\"Expires\"")]
    [InlineData("2026-03-15T12:00:00Z", "2026-03-15T12:00:00")]
    [InlineData("2026-03-15T12:00:00Z", "canary")]
    [InlineData("\"cards:read\"", "\"cards:write\"")]
    [InlineData("\"ann\"", "\"\"")]
    [InlineData("\"ann\"", "\"two\\nlines\"")]
    [InlineData("\"ann\"", "null")]
    [InlineData("\"id\": \"key_", "\"id\": \"kay_")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0")]
    [InlineData("\"burst\": 2", "\"burst\": 0")]
    [InlineData("\"burst\": 2", "\"burst\": \"2\"")]
    [InlineData("\"scopes\"", "\"skopes\"")]
    public async Task A_key_with_a_slip_of_the_pen_in_it_is_refused_with_the_whole_file(string right, string wrong)
    {
        await _folder.WriteAsync(Sample.Record("a") with { Limits = new CallerLimits(1, 2, 3), Expires = Sample.Now.AddDays(1) });
        var text = await File.ReadAllTextAsync(_folder.Path);
        Assert.Contains(right, text);
        await File.WriteAllTextAsync(_folder.Path, text.Replace(right, wrong));

        var fault = await Assert.ThrowsAsync<KeyStoreException>(() => _folder.Store.ReadAsync(null, default).AsTask());

        Assert.DoesNotContain("canary", fault.ToString());
    }

    [Fact]
    public async Task The_same_key_twice_is_refused()
    {
        await Assert.ThrowsAsync<KeyStoreException>(async () =>
        {
            await _folder.WriteAsync(Sample.Record("a"), Sample.Record("a"));
            await _folder.Store.ReadAsync(null, default);
        });
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_with_what_makes_it() =>
        Assert.Contains("keys create", (await Assert.ThrowsAsync<KeyStoreException>(() => _folder.Store.ReadAsync(null, default).AsTask())).Message);

    [Fact]
    public async Task A_folder_in_the_files_place_is_told()
    {
        Directory.CreateDirectory(_folder.Path);

        await Assert.ThrowsAsync<KeyStoreException>(() => _folder.Store.ReadAsync(null, default).AsTask());
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_kept_beside_the_keys_and_never_goes_back()
    {
        await _folder.WriteAsync();
        await _folder.Store.WriteUsesAsync(new Dictionary<string, DateTimeOffset> { ["a"] = Sample.Now, ["b"] = Sample.Now }, default);
        await _folder.Store.WriteUsesAsync(new Dictionary<string, DateTimeOffset> { ["a"] = Sample.Now.AddHours(-1), ["b"] = Sample.Now.AddHours(1) }, default);

        var uses = await _folder.Store.ReadUsesAsync(default);

        Assert.Equal((Sample.Now, Sample.Now.AddHours(1)), (uses["a"], uses["b"]));
        await File.WriteAllTextAsync(_folder.Path + ".used", "{");
        Assert.Empty(await _folder.Store.ReadUsesAsync(default));
    }

    private UnixFileMode Mode() => Mode(_folder.Path);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private void Chown(string owner) => Run("chown", owner, _folder.Path);

    private string Owner() => Run("stat", "--format=%u:%g", _folder.Path).Trim();

    private static string Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private void Chmod(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, mode);
        }
    }
}
