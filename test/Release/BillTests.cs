using System.Text.Json.Nodes;
using System.Xml.Linq;
using Vts.Testing;

namespace Vts.Release.Tests;

/// <summary>The bill of materials of each archive tells what is linked, all of it and nothing else.</summary>
public sealed class BillTests
{
    private static readonly string[] NotOfTheService = ["Quality", "Benchmarks", "Infrastructure", "Tests"];

    public static TheoryData<string> Archives => Packed.Archives;

    [Theory]
    [MemberData(nameof(Archives))]
    public void Every_linked_package_and_the_runtime_are_listed_with_their_versions_and_no_others(string archive)
    {
        var restored = Packed.Projects(archive).Select(project => new RestoredPackages(project)).ToArray();
        var architecture = Packed.Architecture(archive);
        var expected = restored.SelectMany(project => project.Linked(architecture).Concat(project.Runtimes(architecture)))
            .Distinct().Order(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(expected, new BillOfMaterials(archive).Packages);
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void No_package_of_tests_analyzers_or_benchmarks_is_listed(string archive)
    {
        var others = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => NotOfTheService.Contains((string?)group.Attribute("Label")))
            .Elements("PackageVersion").Select(package => (string)package.Attribute("Include")!).ToArray();

        Assert.NotEmpty(others);
        Assert.Empty(new BillOfMaterials(archive).Components.Select(component => (string)component["name"]!).Intersect(others, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void The_hash_of_a_listed_package_is_the_one_that_the_lock_file_pins(string archive)
    {
        var pinned = Pinned(archive);
        var hashes =
            from component in new BillOfMaterials(archive).Components
            let name = (string)component["name"]!
            where pinned.ContainsKey(name)
            select (name, hash: Convert.ToBase64String(Convert.FromHexString((string)component["hashes"]![0]!["content"]!)));

        Assert.NotEmpty(hashes);
        Assert.All(hashes, package => Assert.Equal(pinned[package.name], package.hash));
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void Every_listed_package_has_a_hash_and_a_licence(string archive) => Assert.All(new BillOfMaterials(archive).Components, component =>
    {
        Assert.Equal("SHA-512", (string?)component["hashes"]![0]!["alg"]);
        Assert.NotNull(component["licenses"]?[0]);
    });

    [Theory]
    [MemberData(nameof(Archives))]
    public void The_bill_names_its_archive_and_nothing_of_the_machine_it_was_made_on(string archive)
    {
        var bill = new BillOfMaterials(archive).Document;
        var product = bill["metadata"]!["component"]!;

        Assert.Equal(archive, $"{product["name"]}-{product["version"]}-linux-{Packed.Architecture(archive)}");
        Assert.DoesNotContain(Repository.Root, bill.ToJsonString());
        Assert.DoesNotContain(Path.GetTempPath(), bill.ToJsonString());
    }

    private static Dictionary<string, string> Pinned(string archive) =>
        Packed.Projects(archive)
            .Select(project => Path.Combine(Repository.Root, "src", project == "Vts.Server" ? "" : "Functions", project, "packages.lock.json"))
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!["dependencies"]!["net10.0"]!.AsObject())
            .Where(package => package.Value!["contentHash"] is not null)
            .DistinctBy(package => package.Key)
            .ToDictionary(package => package.Key, package => (string)package.Value!["contentHash"]!, StringComparer.OrdinalIgnoreCase);
}
