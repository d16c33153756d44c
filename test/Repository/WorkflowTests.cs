using System.Text.RegularExpressions;

namespace Vts.Repository.Tests;

/// <summary>What a linter does not ask of a workflow: that nothing which is run can change, and nothing may more than it needs.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Files.Tracked(".github/workflows/*.yml")];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_named_by_a_commit_with_its_version_beside_it(string workflow)
    {
        var uses = Lines(workflow).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void An_action_has_one_version_in_all_workflows()
    {
        var versions = Files.Tracked(".github/workflows/*.yml").SelectMany(Lines).Select(line => Pinned().Match(line)).Where(match => match.Success)
            .GroupBy(match => match.Groups["action"].Value, match => match.Groups["version"].Value, StringComparer.Ordinal);

        Assert.All(versions, action => Assert.Single(action.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_nothing_and_each_job_says_what_it_may_and_how_long(string workflow)
    {
        var lines = Lines(workflow);
        var jobs = lines.SkipWhile(line => line != "jobs:").Count(line => Job().IsMatch(line));

        Assert.Contains("permissions: {}", lines);
        Assert.Contains("concurrency:", lines);
        Assert.Equal(jobs, lines.Count(line => line == "    permissions:"));
        Assert.Equal(jobs, lines.Count(line => line.StartsWith("    timeout-minutes: ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_checkout_leaves_its_token_behind(string workflow)
    {
        var lines = Lines(workflow);
        var checkouts = lines.Index().Where(line => line.Item.Contains("uses: actions/checkout@", StringComparison.Ordinal));

        Assert.All(checkouts, checkout => Assert.Equal("persist-credentials: false", lines[checkout.Index + 2].Trim()));
    }

    [Fact]
    public void Only_the_job_that_signs_may_sign_and_only_the_one_that_publishes_may_write()
    {
        var rights = Files.Tracked(".github/workflows/*.yml").SelectMany(Rights).Where(right => right.EndsWith(": write", StringComparison.Ordinal));

        Assert.Equal(["publish contents: write", "sign attestations: write", "sign id-token: write"], rights.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Rights(string workflow)
    {
        var job = "";
        foreach (var line in Lines(workflow).SkipWhile(line => line != "jobs:"))
        {
            job = Job().Match(line) is { Success: true } match ? match.Groups["name"].Value : job;
            if (line.EndsWith(": write", StringComparison.Ordinal))
            {
                yield return $"{job} {line.Trim()}";
            }
        }
    }

    private static string[] Lines(string workflow) => File.ReadAllLines(Files.Full(workflow));

    [GeneratedRegex(@"^ +(- )?uses: (?<action>[\w-]+/[\w/-]+)@(?<version>[0-9a-f]{40} # v\d+\.\d+\.\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex("^  (?<name>[a-z]+):$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Job();
}
