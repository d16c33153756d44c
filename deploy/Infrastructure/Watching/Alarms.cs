using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Constructs;
using Vts.Infrastructure.Configuration;
using Vts.Infrastructure.Functions;

namespace Vts.Infrastructure.Watching;

/// <summary>The alarms. Each is told when it rings and when it is over, and names its place in the runbook.</summary>
internal sealed class Alarms : Construct
{
    private readonly Settings _settings;
    private readonly SnsAction _tell;
    private readonly Dictionary<string, Alarm> _functionErrors;

    public Alarms(Construct scope, Settings settings, ServiceMetrics metrics, AlarmTopic topic)
        : base(scope, "Alarms")
    {
        _settings = settings;
        _tell = new SnsAction(topic.Topic);
        _functionErrors = FunctionNames.All.ToDictionary(
            name => name, name => Add(AlarmRules.FunctionErrors(metrics, name)), StringComparer.Ordinal);
        foreach (var rule in AlarmRules.All(metrics))
        {
            Add(rule);
        }
    }

    /// <summary>The alarm of one function's failures; a deployment that makes it ring is taken back.</summary>
    public Alarm FunctionErrors(string function) => _functionErrors[function];

    private Alarm Add(AlarmRule rule)
    {
        var alarm = new Alarm(this, rule.Name, new AlarmProps
        {
            AlarmName = $"{_settings.Name}-{rule.Name}",
            AlarmDescription = $"{rule.Meaning} What to do: {_settings.Runbook}#alarm-{rule.Anchor}",
            Metric = rule.Metric,
            Threshold = rule.Threshold,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            EvaluationPeriods = rule.Periods,
            DatapointsToAlarm = rule.Bad,
            TreatMissingData = rule.SilenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        });
        alarm.AddAlarmAction(_tell);
        alarm.AddOkAction(_tell);
        return alarm;
    }
}
