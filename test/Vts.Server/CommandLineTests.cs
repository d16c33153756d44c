using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Vts.Testing;

namespace Vts.Server.Tests;

public sealed class CommandLineTests
{
    private static readonly string[] FreePorts = ["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"];

    [Fact]
    public async Task Help_tells_what_it_is_and_every_option()
    {
        await using var server = new ServerProcess(["--help"]);

        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.All(["--urls", "--log", "--version", "--help", "simulator", "demo", "Extend__Accounts__main__ApiKey"], part => Assert.Contains(part, server.Output));
    }

    [Fact]
    public async Task Version_is_the_release_number_alone()
    {
        await using var server = new ServerProcess(["--version"]);

        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", server.Output);
    }

    [Theory]
    [InlineData("--url", "--url")]
    [InlineData("--log=xml", "xml")]
    [InlineData("serve", "serve")]
    [InlineData("--urls=garbage", "garbage")]
    [InlineData("--Simulator:Urls=garbage", "garbage")]
    [InlineData("--Extend:BaseUrl=https://apiv2.paywithextend.com", "Extend:Accounts:main:ApiKey")]
    public async Task A_bad_argument_or_setting_is_told_without_a_stack_trace_and_ends_with_1(string argument, string told)
    {
        await using var server = new ServerProcess([argument]);

        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains(told, server.Errors);
        Assert.DoesNotContain("   at ", server.Errors + server.Output);
    }

    [Fact]
    public async Task A_real_account_without_a_caller_refuses_to_start_and_says_what_to_set()
    {
        await using var server = new ServerProcess(["--urls", "http://127.0.0.1:0"], new() { ["Extend__Accounts__main__ApiKey"] = "canary-key", ["Extend__Accounts__main__ApiSecret"] = "canary-secret" });

        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains("Callers:0:TokenSha256", server.Errors);
        Assert.DoesNotContain("canary", server.Errors + server.Output);
    }

    [Fact]
    public async Task All_faults_of_all_settings_are_told_at_once_a_line_each()
    {
        await using var server = new ServerProcess([], new() { ["Extend__Accounts__main__ApiKey"] = "k", ["Extend__Concurrency"] = "0", ["Callers__0__Name"] = "x" });

        Assert.Equal(1, await server.ExitCodeAsync());
        var lines = server.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("vts-server: ", line));
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var server = new ServerProcess(["--urls", $"http://127.0.0.1:{port}", "--Simulator:Urls=http://127.0.0.1:0"]);

        Assert.Equal(1, await server.ExitCodeAsync());
        var line = Assert.Single(server.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains($"{port}", line);
        Assert.Contains("--urls", line);
    }

    [Fact]
    public async Task The_curl_line_of_the_banner_works()
    {
        await using var server = new ServerProcess(FreePorts);
        await server.AddressAsync();
        using var http = new HttpClient();
        var line = server.Output.Split('\n').SingleOrDefault(text => text.StartsWith("Try: curl -H 'token: demo' ", StringComparison.Ordinal));
        while (line is null)
        {
            await Task.Yield();
            line = server.Output.Split('\n').SingleOrDefault(text => text.StartsWith("Try: curl -H 'token: demo' ", StringComparison.Ordinal));
        }

        http.DefaultRequestHeaders.Add("token", "demo");

        Assert.StartsWith("[{\"id\":\"vc_A681POqRINI7goyrCNPff7\"", await http.GetStringAsync(line.Split(' ')[^1].Trim()));
    }

    [Fact]
    public async Task With_json_logs_every_line_of_output_is_json()
    {
        await using var server = new ServerProcess([.. FreePorts, "--log", "json"]);
        var address = await server.AddressAsync();
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(address, "/cards"));
        server.Terminate();

        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.All(server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task Sigterm_lets_a_request_in_flight_finish_though_it_takes_seconds()
    {
        await using var server = new ServerProcess([.. FreePorts]);
        var address = await server.AddressAsync();
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("token", "demo");
        var simulator = new Uri(server.Output.Split('\n').Single(line => line.Contains("simulator of Extend at ")).Split(" at ")[1].Split(',')[0]);
        using var slow = await http.PatchAsync(new Uri(simulator, "sim/switches"), new StringContent("""{"latency":2500}"""));
        Assert.True(slow.IsSuccessStatusCode);

        var inFlight = http.GetAsync("/cards");
        while ((await http.GetStringAsync(new Uri(simulator, "sim/requests/count"))).Contains("\"count\":0") && !inFlight.IsCompleted)
        {
            await Task.Yield();
        }

        server.Terminate();
        using var response = await inFlight;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task Start_does_not_watch_the_folder_it_is_started_in()
    {
        var folder = Directory.CreateTempSubdirectory("vts");
        try
        {
            foreach (var i in Enumerable.Range(0, 50))
            {
                folder.CreateSubdirectory($"{i}/{i}");
            }

            await using var server = new ServerProcess(FreePorts, folder: folder.FullName);
            await server.AddressAsync();

            // A recursive watch holds one inotify watch for each folder below.
            var watches = Directory.GetFiles($"/proc/{server.Id}/fdinfo").Select(File.ReadAllText).Sum(info => info.Split("inotify wd:").Length - 1);
            Assert.InRange(watches, 0, 10);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
