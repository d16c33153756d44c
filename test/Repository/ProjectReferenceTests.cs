using System.Xml.Linq;

namespace Vts.Repository.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ProjectReferenceTests
{
    // Each project under src/ and deploy/, and the projects it may reference.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Extend"] = [],
        ["Extend.Simulator"] = [],
        ["LocalGateway"] = ["Extend.Simulator"],
        ["Vts"] = ["Extend"],
        ["Vts.Aws"] = ["Vts", "Extend"],
        ["GetCard"] = ["Vts.Aws"],
        ["GetMe"] = ["Vts.Aws"],
        ["KeepSessions"] = ["Vts.Aws"],
        ["ListActiveCards"] = ["Vts.Aws"],
        ["ListCards"] = ["Vts.Aws"],
        ["ListCardTransactions"] = ["Vts.Aws"],
        ["ListTransactions"] = ["Vts.Aws"],
        ["SummarizeTransactions"] = ["Vts.Aws"],
        ["Vts.Server"] = ["Vts", "Vts.Aws", "Extend.Simulator"],
        ["Infrastructure"] = [],
    };

    [Fact]
    public void Every_reference_between_projects_is_one_that_the_house_allows()
    {
        var faults =
            from file in Projects()
            let name = Path.GetFileNameWithoutExtension(file)
            from reference in XDocument.Load(file).Descendants("ProjectReference")
            let target = Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)
            where !Allowed.TryGetValue(name, out var allowed) || !allowed.Contains(target)
            select $"{name} -> {target}";

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_project_is_known_to_the_rule_and_the_rule_knows_no_other() =>
        Assert.Equal(Allowed.Keys.Order(), Projects().Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void Only_the_service_and_its_hosts_name_asp_net_and_only_one_project_names_aws()
    {
        var extend = Sources("src/Extend").Where(source => source.Text.Contains("Microsoft.AspNetCore") || source.Text.Contains("namespace Vts"));
        var aws = Sources("src").Where(source => source.Text.Contains("using Amazon.") && !source.Path.StartsWith("src/Vts.Aws/", StringComparison.Ordinal));

        Assert.Empty(extend.Select(source => source.Path));
        Assert.Empty(aws.Select(source => source.Path));
    }

    private static IEnumerable<string> Projects() => Files.Tracked("*.csproj")
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("deploy/", StringComparison.Ordinal))
        .Select(Files.Full);

    private static IEnumerable<(string Path, string Text)> Sources(string folder) => Files.Tracked("*.cs")
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(path => (path, File.ReadAllText(Files.Full(path))));
}
