using System.Text.RegularExpressions;
using Vts.Testing;

namespace Vts.Deploy.Tests;

/// <summary>What docs/aws.md says of the scripts and of the infrastructure.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Page = Repository.Read("docs/aws.md");

    [Fact]
    public void Every_setting_of_the_infrastructure_is_in_the_table()
    {
        var names = Setting().Matches(Repository.Read("deploy/Infrastructure/Configuration/Settings.cs")).Select(match => match.Groups["name"].Value).ToArray();

        Assert.Contains("stage", names);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", Page));
    }

    [Fact]
    public void The_functions_of_the_scripts_are_those_of_the_source()
    {
        var functions = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Functions"))
            .Select(path => Path.GetFileName(path)).Where(name => File.Exists(Path.Combine(Repository.Root, "src/Functions", name, name + ".csproj")));
        var known = Repository.Read("deploy/lib/functions.sh").Split("FUNCTIONS=(")[1].Split(')')[0].Split(' ');

        Assert.Equal(functions.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("deploy.sh", "--alarm-email", "ops@example.com")]
    [InlineData("remove.sh")]
    public async Task The_shown_dry_run_is_what_is_said(string script, params string[] arguments)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("deploy/template.json", "{}");
        File.Delete(sandbox.At("fakes/configure-region"));
        var run = await sandbox.RunAsync(script, ["--dry-run", .. arguments]);
        var said = run.Output.Split('\n').Select(Timeless).ToHashSet(StringComparer.Ordinal);
        var shown = Page.Split($"$ deploy/{script} --dry-run")[1].Split("```")[0].Split('\n')[1..].Select(Timeless);

        // Left out: what depends on the machine's tools, and what the real CDK command line says.
        Assert.DoesNotContain(
            shown,
            line => line.Length > 1 && !line.StartsWith("warning", StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal) && !said.Contains(line));
    }

    private static string Timeless(string line) => Time().Replace(line, "");

    [GeneratedRegex(@"context\.(Text|Word|Whole)\(\s*""(?<name>\w+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@" \[\d\d:\d\d:\d\d\]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
