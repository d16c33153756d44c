using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed partial class DashboardTests(Variants variants)
{
    private static readonly string[] Sources = ["src/Vts.Aws/Lambda/Telemetry/MetricsLine.cs", "src/Vts.Aws/Lambda/Telemetry/CallMetrics.cs"];

    [Fact]
    public async Task The_stage_is_seen_on_one_page()
    {
        var dashboard = (await variants.DefaultAsync()).Service().OfType("AWS::CloudWatch::Dashboard").Single();
        var titles = Widgets(dashboard).Select(widget => (string)widget["properties"]!["title"]!);

        Assert.Equal("vts-dev", dashboard.Text("DashboardName"));
        Assert.Equal(
            [
                "Requests", "Errors", "Latency, ms", "Invocations", "Duration p90, ms", "Cold starts", "Calls to Extend", "Sign-ins", "Throttle and guard",
                "By caller",
            ],
            titles);
    }

    [Fact]
    public async Task What_the_functions_measure_themselves_is_named_as_they_name_it()
    {
        var source = string.Concat(Sources.Select(Testing.Repository.Read));
        var template = (await variants.DefaultAsync()).Service();
        var onThePage = Widgets(template.OfType("AWS::CloudWatch::Dashboard").Single())
            .SelectMany(widget => widget["properties"]!["metrics"]?.AsArray() ?? [])
            .Where(metric => (string)metric![0]! == "VTS")
            .Select(metric => (string)metric![1]!);
        var inAlarms =
            from alarm in template.OfType("AWS::CloudWatch::Alarm")
            from match in Metric().Matches(alarm.Json.ToJsonString())
            select match.Groups["name"].Value;
        string[] used = [.. onThePage.Concat(inAlarms).Distinct(StringComparer.Ordinal)];

        Assert.Equal(
            ["ColdStart", "Errors", "ExtendCalls", "ExtendErrors", "GuardClosed", "SessionRenewals", "SignIns", "SignInsRefused", "ThrottleRefused"],
            used.Order(StringComparer.Ordinal));
        Assert.All(used, name => Assert.Contains($"\"{name}\"", source));
    }

    private static IEnumerable<JsonNode> Widgets(Resource dashboard) =>
        JsonNode.Parse(dashboard.Text("DashboardBody"))!["widgets"]!.AsArray().Select(widget => widget!);

    [GeneratedRegex(@"""MetricName"":""(?<name>\w+)"",""Namespace"":""VTS""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();
}
