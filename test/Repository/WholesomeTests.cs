using System.Text.RegularExpressions;

namespace Vts.Repository.Tests;

/// <summary>Rules of the repository that no analyzer knows.</summary>
public sealed partial class WholesomeTests
{
    [Fact]
    public void No_warning_is_suppressed_in_code()
    {
        var faults = Lines("*.cs").Where(line => Suppression().IsMatch(line.Text) && !line.Path.StartsWith("test/Repository/", StringComparison.Ordinal));

        Assert.Empty(faults.Select(line => $"{line.Path}: {line.Text.Trim()}"));
    }

    [Fact]
    public void No_lock_file_names_where_a_package_was_fetched_from()
    {
        var faults = Lines("*lock.json").Where(line => line.Text.Contains("\"resolved\": \"http", StringComparison.Ordinal));

        Assert.Empty(faults.Select(line => line.Path).Distinct());
    }

    [Fact]
    public void No_type_is_named_for_what_it_could_be_anything_of()
    {
        var faults = Files.Tracked("*.cs").Where(path => VagueName().IsMatch(Path.GetFileNameWithoutExtension(path)));

        Assert.Empty(faults);
    }

    [Fact]
    public void No_test_sleeps()
    {
        var faults = Lines("*.cs").Where(line =>
            line.Path.StartsWith("test/", StringComparison.Ordinal) && line.Text.Contains("Task.Delay(") && !line.Path.StartsWith("test/Repository/", StringComparison.Ordinal));

        Assert.Empty(faults.Select(line => $"{line.Path}: {line.Text.Trim()}"));
    }

    [Fact]
    public void Every_decision_is_listed_in_their_index()
    {
        var index = File.ReadAllText(Files.Full("docs/decisions/README.md"));

        Assert.All(Files.Tracked("docs/decisions/0*.md"), path => Assert.Contains($"({Path.GetFileName(path)})", index));
    }

    [Fact]
    public void Every_link_between_documents_leads_to_a_file()
    {
        var faults =
            from path in Files.Tracked("*.md")
            from Match link in Link().Matches(File.ReadAllText(Files.Full(path)))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://") && !Path.Exists(Path.Combine(Path.GetDirectoryName(Files.Full(path))!, target))
            select $"{path}: {target}";

        Assert.Empty(faults);
    }

    private static IEnumerable<(string Path, string Text)> Lines(string pattern) =>
        Files.Tracked(pattern).SelectMany(path => File.ReadLines(Files.Full(path)).Select(text => (path, text)));

    [GeneratedRegex(@"#pragma warning disable|SuppressMessage|UnconditionalSuppressMessage", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suppression();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Util)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VagueName();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
