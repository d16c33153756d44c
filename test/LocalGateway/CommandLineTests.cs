using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>The command line, as a user types it.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_tells_what_it_is_and_every_option()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(["--urls", "--functions", "--payload", "--concurrency", "--template", "invoke", "demo", "5090"], part => Assert.Contains(part, output));
    }

    [Fact]
    public async Task Invoke_prints_the_answer_then_lambdas_lines_with_start_duration_memory_and_cpu()
    {
        using var functions = new FaultyFunctions();

        var (exitCode, output, errors) = await RunAsync("invoke", "ListCards", Path.Combine(Testing.Repository.Root, "deploy/events/listCards.json"), "--functions", functions.Folder, "--template", Gateway.Template);

        Assert.True(exitCode == 0, errors);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal(200, (int?)JsonNode.Parse(lines[0])!["statusCode"]);
        var id = lines[1].Split(' ')[2];
        Assert.Equal((36, $"END RequestId: {id}"), (id.Length, lines[2]));
        Assert.Matches(
            $@"^REPORT RequestId: {id}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 512 MB\tMax Memory Used: \d+ MB\tInit Duration: \d+\.\d\d ms\tInit CPU: \d+\.\d\d ms\tInvoke CPU: \d+\.\d\d ms$",
            lines[3]);
        Assert.Contains("call 1", errors);
    }

    [Fact]
    public async Task Missing_functions_are_told_with_the_command_that_publishes_them()
    {
        using var functions = new FaultyFunctions(["ListCards"]);

        var (exitCode, _, errors) = await RunAsync("--functions", functions.Folder, "--template", Gateway.Template, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains(Path.Combine(functions.Folder, "GetCard", "bootstrap"), errors);
        Assert.Contains("deploy/build.sh --arch x64", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task A_template_with_what_the_gateway_does_not_know_is_refused()
    {
        using var functions = new FaultyFunctions();
        using var template = new TemplateVariant(resources =>
            resources["ApiTHROTTLED"]!["Properties"]!["ResponseTemplates"]!["application/json"] = "#set($context.responseOverride.status = 418)");

        var (exitCode, _, errors) = await RunAsync("--functions", functions.Folder, "--template", template.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains("#set", errors);
    }

    [Fact]
    public async Task By_dotnet_run_a_path_is_one_of_where_it_was_typed()
    {
        using var functions = new FaultyFunctions();

        var (exitCode, output, errors) = await RunCommandAsync(
            "dotnet", "run", "--no-build", "--project", "deploy/LocalGateway", "--",
            "invoke", "ListCards", "deploy/events/listCards.json", "--functions", functions.Folder, "--template", Gateway.Template);

        Assert.True(exitCode == 0, errors);
        Assert.StartsWith("{", output);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RunCommandAsync(Path.Combine(AppContext.BaseDirectory, "vts-local-gateway"), arguments);

    private static async Task<(int ExitCode, string Output, string Errors)> RunCommandAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Testing.Repository.Root,
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, await output, await errors);
    }
}
