using System.Text.RegularExpressions;
using System.Xml.Linq;
using Vts.Testing;

namespace Vts.Functions.Tests;

/// <summary>What each function links, by the compiler's own map. A new name here is more to start, and more that can be attacked.</summary>
public sealed partial class LinkedAssembliesTests
{
    private const string Committed = "test/Functions/assemblies.txt";

    [Fact]
    public void A_function_links_the_assemblies_of_the_committed_list_and_no_others()
    {
        var text = string.Concat(Published.Names.Select(function => $"{function}\n{string.Concat(Linked(function).Select(assembly => $"  {assembly}\n"))}"));

        Assert.Equal(Repository.Expected(Committed, text), text);
    }

    [Fact]
    public void No_function_links_what_only_the_server_needs_nor_the_simulator() => Assert.All(Published.Names, function =>
        Assert.DoesNotMatch(@"Kestrel|OpenApi|Scalar|System\.CommandLine|Simulator|StaticFiles|Mvc|Razor", string.Join(' ', Linked(function))));

    [Fact]
    public void The_schedules_function_links_no_web_framework_beyond_its_abstractions() =>
        Assert.DoesNotContain("Microsoft.AspNetCore.Routing", Linked("KeepSessions"));

    // A name in the map begins with its assembly's, dots and dashes made to underscores.
    private static string[] Linked(string function)
    {
        var native = Path.Combine(Repository.Root, $"artifacts/obj/{function}/release_linux-x64/native");
        var known = File.ReadLines(Path.Combine(native, "bootstrap.ilc.rsp"))
            .Where(line => line.EndsWith(".dll", StringComparison.Ordinal))
            .Select(line => Path.GetFileNameWithoutExtension(line.StartsWith('-') ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..] : line))
            .Distinct()
            .ToDictionary(assembly => Odd().Replace(assembly.Replace("System.Private.", "S.P.", StringComparison.Ordinal), "_") + "_");
        var names = XDocument.Load(Path.Combine(native, "bootstrap.map.xml")).Root!.Elements("MethodCode").Select(code => (string)code.Attribute("Name")!).Order(StringComparer.Ordinal);
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            // The longest prefix: AWSSDK_Core_ before anything that begins alike.
            var owner = Underscore().Matches(name).Select(match => name[..(match.Index + 1)]).LastOrDefault(known.ContainsKey);
            if (owner is not null)
            {
                linked.Add(known[owner]);
            }
        }

        return [.. linked.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("[^0-9A-Za-z_]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Odd();

    [GeneratedRegex("_", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Underscore();
}
