using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Vts.Infrastructure.Access;

/// <summary>What CodeDeploy may do: lead the aliases of the stage's functions from version to version, and look at alarms.</summary>
internal static class DeploymentRole
{
    /// <summary>The role for these functions.</summary>
    public static IRole Create(Construct scope, IEnumerable<string> functions)
    {
        // Versions have numbers that nobody knows before they are published.
        var resources = functions.SelectMany(name => new[] { Arn(scope, name), Arn(scope, $"{name}:*") }).ToArray();
        var role = new Role(scope, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("codedeploy.amazonaws.com"),
            InlinePolicies = OwnPolicy.Of(
                OwnPolicy.Allow("ShiftTraffic", ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"], resources),
                OwnPolicy.Allow("WatchAlarms", ["cloudwatch:DescribeAlarms"], ["*"])),
        });
        return role.WithoutPolicyUpdates();
    }

    private static string Arn(Construct scope, string function) => Stack.Of(scope).FormatArn(
        new ArnComponents { Service = "lambda", Resource = "function", ResourceName = function, ArnFormat = ArnFormat.COLON_RESOURCE_NAME });
}
