using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;
using Vts.Infrastructure.Access;
using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure.Watching;

/// <summary>Where alarms and the budget's warnings are told. Publishing needs TLS.</summary>
internal sealed class AlarmTopic : Construct
{
    public AlarmTopic(Construct scope, Settings settings)
        : base(scope, "Alarming")
    {
        Topic = new Topic(this, "Topic", new TopicProps
        {
            TopicName = $"{settings.Name}-alarms",
            DisplayName = $"VTS {settings.Stage}",
            EnforceSSL = true,
        });
        // A policy of its own takes the place of the one that lets the account's own alarms in.
        Allow("cloudwatch");
        Allow("budgets");
        if (settings.AlarmEmail is { } address)
        {
            Topic.AddSubscription(new EmailSubscription(address));
        }
    }

    /// <summary>The topic.</summary>
    public Topic Topic { get; }

    private void Allow(string service)
    {
        var statement = OwnPolicy.Allow(
            $"Allow{service}", ["sns:Publish"], [Topic.TopicArn], Condition.Equal("aws:SourceAccount", Amazon.CDK.Stack.Of(this).Account));
        statement.AddServicePrincipal($"{service}.amazonaws.com");
        Topic.AddToResourcePolicy(statement);
    }
}
