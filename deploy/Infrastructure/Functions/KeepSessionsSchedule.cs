using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Vts.Infrastructure.Functions;

/// <summary>
/// Runs KeepSessions every minute, as often as a server looks. A token of the longest life is due 236 seconds before its end: three
/// runs may fail before a request waits. A run that failed is not repeated: the next is at most a minute away.
/// </summary>
internal sealed class KeepSessionsSchedule : Construct
{
    public KeepSessionsSchedule(Construct scope, LiveFunction keepSessions, string name)
        : base(scope, "Schedule")
    {
        keepSessions.Live.ConfigureAsyncInvoke(new EventInvokeConfigOptions { RetryAttempts = 0, MaxEventAge = Duration.Minutes(1) });
        _ = new Rule(this, "EveryMinute", new RuleProps
        {
            RuleName = $"{name}-keep-sessions",
            Description = "Renews the sessions in use before they run out",
            Schedule = Schedule.Rate(Duration.Minutes(1)),
            Targets =
            [
                new LambdaFunction(keepSessions.Live, new LambdaFunctionProps { RetryAttempts = 0, MaxEventAge = Duration.Minutes(1) }),
            ],
        });
    }
}
