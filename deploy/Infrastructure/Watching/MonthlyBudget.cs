using Amazon.CDK.AWS.Budgets;
using Constructs;
using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure.Watching;

/// <summary>Warns on the alarm topic when four fifths of the month's budget are spent, and when the month will end above it.</summary>
internal sealed class MonthlyBudget : Construct
{
    private readonly AlarmTopic _topic;

    public MonthlyBudget(Construct scope, Settings settings, AlarmTopic topic)
        : base(scope, "Budget")
    {
        _topic = topic;
        var budget = new CfnBudget(this, "Monthly", new CfnBudgetProps
        {
            Budget = new CfnBudget.BudgetDataProperty
            {
                BudgetName = settings.Name,
                BudgetType = "COST",
                TimeUnit = "MONTHLY",
                BudgetLimit = new CfnBudget.SpendProperty { Amount = settings.MonthlyBudgetUsd, Unit = "USD" },
                CostFilters = settings.BudgetsStageOnly
                    ? new Dictionary<string, object>(StringComparer.Ordinal) { ["TagKeyValue"] = new[] { $"user:stage${settings.Stage}" } }
                    : null,
            },
            NotificationsWithSubscribers = new[] { Warn("ACTUAL", 80), Warn("FORECASTED", 100) },
        });
        budget.Node.AddDependency(topic);
    }

    private CfnBudget.NotificationWithSubscribersProperty Warn(string type, double percent) => new()
    {
        Notification = new CfnBudget.NotificationProperty
        {
            NotificationType = type,
            ComparisonOperator = "GREATER_THAN",
            Threshold = percent,
            ThresholdType = "PERCENTAGE",
        },
        Subscribers = new[] { new CfnBudget.SubscriberProperty { SubscriptionType = "SNS", Address = _topic.Topic.TopicArn } },
    };
}
