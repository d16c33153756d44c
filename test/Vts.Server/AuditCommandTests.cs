using System.Text.Json;
using Vts.Testing;

namespace Vts.Server.Tests;

public sealed class AuditCommandTests : IDisposable
{
    private static readonly string[] FreePorts = ["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-audit");

    private string Setting => $"--Audit:File={Path.Combine(_folder.FullName, "audit.jsonl")}";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_record_is_in_its_file_and_not_in_the_log_and_the_command_reads_it()
    {
        await using (var server = new ServerProcess([.. FreePorts, Setting]))
        {
            using var http = new HttpClient { BaseAddress = await server.AddressAsync() };
            using var failed = await http.GetAsync("/cards");
            http.DefaultRequestHeaders.Add("token", "demo");
            using var read = await http.GetAsync("/cards/active");
            server.Terminate();
            Assert.Equal(0, await server.ExitCodeAsync());
            Assert.DoesNotContain("\"requestId\"", server.Output);
        }

        var all = await RunAsync("audit", Setting, "--json");
        var callers = await RunAsync("audit", "--caller", "demo", "--since", "1d", Setting);

        Assert.Equal(["listCards", "listActiveCards"], all.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("operation").GetString()));
        Assert.Matches(@"^\S+Z  demo  listActiveCards  200  rows 40  age 0 s  127\.0\.0\.1  [0-9a-f]{32}$", Assert.Single(callers));
        Assert.Empty(await RunAsync("audit", Setting, "--caller", "nobody"));
    }

    [Theory]
    [InlineData("--since", "yesterday", "yesterday")]
    [InlineData("--file", "/nowhere/audit.jsonl", "/nowhere/audit.jsonl")]
    [InlineData("--caller", "demo", "Audit:File")]
    public async Task What_cannot_be_read_is_told_in_a_line(string option, string value, string told)
    {
        await using var command = new ServerProcess(["audit", option, value]);

        Assert.Equal(1, await command.ExitCodeAsync());
        Assert.Contains(told, command.Errors);
        Assert.DoesNotContain("   at ", command.Errors + command.Output);
    }

    [Theory]
    [InlineData("--Audit:File=/nowhere/audit.jsonl", "/nowhere")]
    [InlineData("--Audit:Files=0", "Audit:Files")]
    [InlineData("--Audit:MaxBytes=1", "Audit:MaxBytes")]
    [InlineData("--Limits:Burst=0", "Limits:Burst")]
    [InlineData("--Proxies:0=proxy.example", "Proxies:0")]
    [InlineData("--Cors:Origins:0=https://dashboard.example/page", "Cors:Origins:0")]
    public async Task A_setting_that_does_not_do_fails_the_start_and_is_named(string setting, string told)
    {
        await using var server = new ServerProcess([.. FreePorts, setting]);

        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains(told, server.Errors);
        Assert.DoesNotContain("   at ", server.Errors);
    }

    private static async Task<string[]> RunAsync(params string[] arguments)
    {
        await using var command = new ServerProcess(arguments);
        Assert.Equal(0, await command.ExitCodeAsync());
        return command.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
