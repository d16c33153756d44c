using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Vts.Infrastructure.Access;

/// <summary>What CodeDeploy may do: lead the aliases of the stage's functions from version to version, and look at alarms.</summary>
internal static class DeploymentRole
{
    /// <summary>The role for the functions whose names begin with this one.</summary>
    public static IRole Create(Construct scope, string name)
    {
        var functions = Stack.Of(scope).FormatArn(
            new ArnComponents { Service = "lambda", Resource = "function", ResourceName = $"{name}-*", ArnFormat = ArnFormat.COLON_RESOURCE_NAME });
        var role = new Role(scope, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("codedeploy.amazonaws.com"),
            InlinePolicies = OwnPolicy.Of(
                OwnPolicy.Allow("ShiftTraffic", ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"], [functions]),
                OwnPolicy.Allow("WatchAlarms", ["cloudwatch:DescribeAlarms"], ["*"])),
        });
        return role.WithoutPolicyUpdates();
    }
}
