using System.Text.RegularExpressions;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed partial class AlarmTests(Variants variants)
{
    [Fact]
    public async Task Everything_that_must_not_go_unseen_has_an_alarm()
    {
        var alarms = (await variants.DefaultAsync()).Service().OfType("AWS::CloudWatch::Alarm");

        Assert.Equal(
            [
                "extend-errors", "function-errors-GetCard", "function-errors-GetMe", "function-errors-KeepSessions",
                "function-errors-ListActiveCards", "function-errors-ListCardTransactions", "function-errors-ListCards", "function-errors-ListTransactions",
                "function-errors-SummarizeTransactions", "function-throttles", "gateway-5xx", "guard-closed", "keep-sessions", "latency", "sign-ins-refused", "table-errors", "table-throttles",
            ],
            alarms.Select(alarm => alarm.Text("AlarmName")["vts-dev-".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_alarm_says_what_happened_and_ends_with_its_place_in_the_runbook()
    {
        var headings = Heading().Matches(Testing.Repository.Read("docs/aws.md")).Select(match => match.Groups["anchor"].Value).ToHashSet(StringComparer.Ordinal);
        var alarms = (await variants.DefaultAsync()).Service().OfType("AWS::CloudWatch::Alarm").ToList();

        Assert.All(alarms, alarm =>
        {
            var link = Link().Match(alarm.Text("AlarmDescription"));
            Assert.True(link.Success, alarm.Text("AlarmDescription"));
            Assert.StartsWith(link.Groups["anchor"].Value["alarm-".Length..], alarm.Text("AlarmName")["vts-dev-".Length..]);
            Assert.Contains(link.Groups["anchor"].Value, headings);
        });
    }

    [Fact]
    public async Task The_runbook_can_be_elsewhere()
    {
        var alarms = (await variants.OtherAsync()).Service("prod-2").OfType("AWS::CloudWatch::Alarm");

        Assert.All(alarms, alarm => Assert.Contains(" https://example.com/vts#alarm-", alarm.Text("AlarmDescription")));
    }

    [Fact]
    public async Task Each_alarm_is_told_on_the_topic_when_it_rings_and_when_it_is_over()
    {
        var template = (await variants.DefaultAsync()).Service();
        var topic = template.OfType("AWS::SNS::Topic").Single();

        Assert.Equal("vts-dev-alarms", topic.Text("TopicName"));
        Assert.All(template.OfType("AWS::CloudWatch::Alarm"), alarm =>
        {
            Assert.Equal(topic.Id, (string)alarm["AlarmActions"].AsArray().Single()!["Ref"]!);
            Assert.Equal(topic.Id, (string)alarm["OKActions"].AsArray().Single()!["Ref"]!);
        });
    }

    [Fact]
    public async Task An_address_is_subscribed_if_there_is_one()
    {
        var subscription = (await variants.OtherAsync()).Service("prod-2").OfType("AWS::SNS::Subscription").Single();

        Assert.Equal(("email", "ops@example.com"), (subscription.Text("Protocol"), subscription.Text("Endpoint")));
        Assert.Empty((await variants.DefaultAsync()).Service().OfType("AWS::SNS::Subscription"));
    }

    [Fact]
    public async Task A_budget_warns_on_the_topic()
    {
        var template = (await variants.DefaultAsync()).Service();
        var budget = template.OfType("AWS::Budgets::Budget").Single();
        var other = (await variants.OtherAsync()).Service("prod-2").OfType("AWS::Budgets::Budget").Single();

        Assert.Equal("20", Intrinsic.Text(budget["Budget"]["BudgetLimit"]!["Amount"]));
        Assert.All(budget["NotificationsWithSubscribers"].AsArray(), warning =>
            Assert.Equal(template.OfType("AWS::SNS::Topic").Single().Id, (string)warning!["Subscribers"]![0]!["Address"]!["Ref"]!));
        Assert.Equal("55", Intrinsic.Text(other["Budget"]["BudgetLimit"]!["Amount"]));
        Assert.Equal("user:stage$prod-2", (string)other["Budget"]["CostFilters"]!["TagKeyValue"]![0]!);
    }

    [GeneratedRegex(@"^[A-Z].*\. What to do: docs/aws\.md#(?<anchor>alarm-[a-z0-9-]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(^#+ |<a id="")(?<anchor>alarm-[a-z0-9-]+)(""|$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
