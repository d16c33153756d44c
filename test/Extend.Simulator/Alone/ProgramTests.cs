using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Extend.Simulator.Tests.Alone;

/// <summary>The program by itself, as a process of its own.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task It_says_where_it_listens_and_stops_when_told_to()
    {
        using var process = Start("--urls", "http://127.0.0.1:0", "--seed", "3", "--switch", "defaultCardCount=10");
        var line = await process.StandardOutput.ReadLineAsync(Sim.Cancellation);
        var address = new Uri(line!.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)));
        using var http = new HttpClient { BaseAddress = address };

        var switches = await http.GetStringAsync("/sim/switches", Sim.Cancellation);
        using (await http.GetAsync("/virtualcards", Sim.Cancellation))
        {
            Assert.EndsWith("406 GET /virtualcards", await process.StandardOutput.ReadLineAsync(Sim.Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal(0, Kill(process.Id, 15));
        await process.WaitForExitAsync(Sim.Cancellation);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("\"defaultCardCount\":10", switches, StringComparison.Ordinal);
        Assert.Contains("\"rateLimit\":500", switches, StringComparison.Ordinal);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(Sim.Cancellation));
    }

    [Theory]
    [InlineData("--help", "--urls")]
    [InlineData("-h", "--switch NAME=VALUE")]
    [InlineData("--version", "0.")]
    public async Task It_answers_questions_and_ends_well(string option, string expected)
    {
        var (code, output, error) = await RunAsync(option);

        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("--port", "5", "--port")]
    [InlineData("--urls", "nonsense", "nonsense")]
    [InlineData("--seed", "x", "--seed")]
    [InlineData("--rate-limit", "-1", "--rate-limit")]
    [InlineData("--switch", "tokenForm", "--switch")]
    [InlineData("--switch", "tokenForm=paper", "jwt | opaque")]
    [InlineData("--switch", "nothing=1", "There is no switch")]
    [InlineData("--certificate", "nowhere.pem", "nowhere.pem")]
    [InlineData("--urls", "https://127.0.0.1:0", "certificate")]
    [InlineData("--quiet", "--urls", "needs a value")]
    public async Task A_bad_option_is_one_line_and_code_1(string first, string second, string expected)
    {
        var (code, output, error) = await RunAsync(first, second);

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Contains(expected, Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_and_code_1()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var (code, _, error) = await RunAsync("--urls", $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, code);
        Assert.Contains("address already in use", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(Sim.Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Sim.Cancellation);
        await process.WaitForExitAsync(Sim.Cancellation);
        return (process.ExitCode, output, error);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "extend-simulator.dll"), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
