using System.Text.Json.Nodes;
using Vts.Testing;

namespace Vts.Release.Tests;

/// <summary>What NuGet restored for a project, by its own record: the packages that give a program code, and those that only help to build it.</summary>
internal sealed class RestoredPackages(string project)
{
    private readonly JsonNode _assets = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, $"artifacts/obj/{project}/project.assets.json")))!;

    /// <summary>Name and version of each package with code for this architecture that the runtime does not bring itself.</summary>
    public IEnumerable<string> Linked(string architecture) =>
        from package in _assets["targets"]![$"net10.0/linux-{architecture}"]!.AsObject()
        where (string?)package.Value!["type"] == "package" && Code(package.Value).Any(file => !Brought(file, architecture))
        select package.Key.Replace('/', ' ');

    /// <summary>Name and version of the runtimes that the SDK brings for this architecture.</summary>
    public IEnumerable<string> Runtimes(string architecture) =>
        from download in _assets["project"]!["frameworks"]!["net10.0"]!["downloadDependencies"]!.AsArray()
        let name = (string)download!["name"]!
        where name == $"Microsoft.NETCore.App.Runtime.NativeAOT.linux-{architecture}" || name == $"Microsoft.AspNetCore.App.Runtime.linux-{architecture}"
        select $"{name} {((string)download["version"]!).Trim('[', ']').Split(',')[0]}";

    private static IEnumerable<string> Code(JsonNode package) => package["runtime"] is JsonObject files
        ? files.Select(file => Path.GetFileName(file.Key)).Where(name => name.EndsWith(".dll", StringComparison.Ordinal))
        : [];

    // Of a package and a runtime that bring the same assembly, the SDK links the runtime's.
    private bool Brought(string file, string architecture) => Runtimes(architecture)
        .Select(runtime => runtime.Split(' '))
        .Select(runtime => Path.Combine(Store, runtime[0].ToLowerInvariant(), runtime[1], $"runtimes/linux-{architecture}/lib/net10.0", file))
        .Any(File.Exists);

    private string Store => (string)_assets["project"]!["restore"]!["packagesPath"]!;
}
