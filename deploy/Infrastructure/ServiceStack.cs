using Amazon.CDK;
using Vts.Infrastructure.Configuration;
using Vts.Infrastructure.Functions;
using Vts.Infrastructure.Gateway;
using Vts.Infrastructure.Watching;

namespace Vts.Infrastructure;

/// <summary>The service of one stage: everything that can be taken away and put there again without losing anything.</summary>
internal sealed class ServiceStack : Stack
{
    public ServiceStack(App app, Settings settings)
        : base(app, settings.Name, new StackProps { Description = $"VTS {settings.Stage}: gateway, functions and what watches them" })
    {
        var data = DataReferences.Of(this, settings);
        var functions = FunctionNames.All.ToDictionary(name => name, name => new LiveFunction(this, name, settings, data), StringComparer.Ordinal);
        var gateway = new RestGateway(this, settings, functions);
        _ = new KeepSessionsSchedule(this, functions[FunctionNames.KeepSessions], settings.Name);

        var topic = new AlarmTopic(this, settings);
        var metrics = new ServiceMetrics(settings);
        var alarms = new Alarms(this, settings, metrics, topic);
        var deployments = new CanaryDeployments(this, settings.Name, functions.Values);
        foreach (var function in functions.Values)
        {
            deployments.Add(function, alarms.FunctionErrors(function.Name));
        }

        _ = new ServiceDashboard(this, settings, metrics);
        if (settings.MonthlyBudgetUsd > 0)
        {
            _ = new MonthlyBudget(this, settings, topic);
        }

        _ = new CfnOutput(this, "Address", new CfnOutputProps { Value = gateway.Address, Description = "Where the API answers; the paths follow" });
        _ = new CfnOutput(this, "AlarmTopicArn", new CfnOutputProps { Value = topic.Topic.TopicArn, Description = "Where alarms are told" });
        _ = new CfnOutput(this, "TableName", new CfnOutputProps { Value = data.TableName, Description = "The table in the data stack" });
    }
}
