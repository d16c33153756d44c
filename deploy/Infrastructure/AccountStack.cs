using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Vts.Infrastructure.Access;

namespace Vts.Infrastructure;

/// <summary>
/// What API Gateway needs before any API of an account may write an access log: a role, set for the account and region. It
/// belongs to no stage, and is not needed where the account has such a role already.
/// </summary>
internal sealed class AccountStack : Stack
{
    public AccountStack(App app)
        : base(app, "vts-account", new StackProps { Description = "VTS: lets the account's API gateways write their logs" })
    {
        var role = new Role(this, "GatewayLogs", new RoleProps
        {
            AssumedBy = new ServicePrincipal("apigateway.amazonaws.com"),
            InlinePolicies = OwnPolicy.Of(OwnPolicy.Allow(
                "WriteLogs",
                [
                    "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents",
                    "logs:GetLogEvents", "logs:PutLogEvents",
                ],
                ["*"])),
        });
        _ = new CfnAccount(this, "Gateway", new CfnAccountProps { CloudWatchRoleArn = role.RoleArn });
    }
}
