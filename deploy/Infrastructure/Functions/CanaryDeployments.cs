using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Vts.Infrastructure.Access;

namespace Vts.Infrastructure.Functions;

/// <summary>
/// Leads <c>live</c> to a new version in two steps: a tenth of the calls for five minutes, then all. The function's alarm, or a
/// stop by hand, leads it back.
/// </summary>
internal sealed class CanaryDeployments : Construct
{
    private readonly LambdaApplication _application;
    private readonly IRole _role;

    public CanaryDeployments(Construct scope, string name, IEnumerable<LiveFunction> functions)
        : base(scope, "Deployments")
    {
        _application = new LambdaApplication(this, "Application", new LambdaApplicationProps { ApplicationName = name });
        _role = DeploymentRole.Create(this, functions.Select(function => function.FullName));
    }

    /// <summary>Puts out the function's versions this way, watched by the alarm.</summary>
    public void Add(LiveFunction function, IAlarm alarm) => _ = new LambdaDeploymentGroup(this, function.Name, new LambdaDeploymentGroupProps
    {
        Application = _application,
        DeploymentGroupName = function.FullName,
        Alias = function.Live,
        DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        Role = _role,
        Alarms = [alarm],
        AutoRollback = new AutoRollbackConfig { DeploymentInAlarm = true, FailedDeployment = true, StoppedDeployment = true },
    });
}
