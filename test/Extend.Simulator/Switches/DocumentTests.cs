using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extend.Simulator.Tests.Switches;

/// <summary><c>docs/simulator.md</c> says what the simulator says of itself.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "simulator.md"));

    [Fact]
    public async Task Its_switch_table_is_the_simulators()
    {
        var index = await IndexAsync();

        Assert.Equal(
            index.GetProperty("switches").EnumerateObject().Select(item => $"{item.Name}: {item.Value.Text("settings")}: {item.Value.Text("meaning")}"),
            Rows("## Switches").Select(row => $"{row[0]}: {row[1]}: {row[2]}"));
    }

    [Fact]
    public async Task Its_fault_table_is_the_simulators()
    {
        var index = await IndexAsync();

        Assert.Equal(
            index.GetProperty("faults").EnumerateObject().Select(item => $"{item.Name}: {item.Value.Text("members")}: {item.Value.Text("meaning")}"),
            Rows("## Faults").Select(row => $"{row[0]}: {row[1]}: {row[2]}"));
    }

    [Fact]
    public async Task Its_table_of_control_paths_is_the_simulators()
    {
        var index = await IndexAsync();

        Assert.Equal(
            index.GetProperty("paths").EnumerateObject().Select(item => $"{item.Name}: {item.Value.GetString()}"),
            Rows("## Control").Select(row => $"{row[0]}: {row[1]}"));
    }

    private static async Task<JsonElement> IndexAsync()
    {
        await using var sim = await Sim.StartAsync();
        return await sim.ControlAsync("GET", "");
    }

    /// <summary>The cells of the table under a heading, without code marks and without escapes for the bar.</summary>
    private static IEnumerable<string[]> Rows(string heading) => Document
        .Split(heading + "\n")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => Bar().Split(line.Trim().Trim('|')).Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Replace(@"\|", "|", StringComparison.Ordinal).Trim()).ToArray());

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, 1000)]
    private static partial Regex Bar();
}
