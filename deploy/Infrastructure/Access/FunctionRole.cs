using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure.Access;

/// <summary>What one function may do, and nothing else: no policy of AWS's own, none that CDK would add.</summary>
internal static class FunctionRole
{
    /// <summary>The role of the function that writes to this log group.</summary>
    public static IRole Create(Construct scope, string logGroup, Settings settings, DataReferences data)
    {
        var stack = Stack.Of(scope);
        var role = new Role(scope, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            InlinePolicies = OwnPolicy.Of(
                WriteLogs(stack, logGroup),
                OwnPolicy.Allow("Trace", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], ["*"]),
                ReadParameters(stack, settings),
                DecryptParameters(stack, settings, data),
                UseTable(data),
                DecryptTable(stack, data)),
        });
        return role.WithoutPolicyUpdates();
    }

    private static PolicyStatement WriteLogs(Stack stack, string logGroup) => OwnPolicy.Allow(
        "WriteLogs",
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        [
            stack.FormatArn(new ArnComponents
            {
                Service = "logs",
                Resource = "log-group",
                ResourceName = $"{logGroup}:*",
                ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
            }),
        ]);

    // A read by path is authorized on the path, never on the single parameter: each function can read them all.
    private static PolicyStatement ReadParameters(Stack stack, Settings settings) => OwnPolicy.Allow(
        "ReadParameters",
        ["ssm:GetParametersByPath"],
        [ParameterArn(stack, settings.ParameterPath), ParameterArn(stack, $"{settings.ParameterPath}/*")]);

    private static PolicyStatement DecryptParameters(Stack stack, Settings settings, DataReferences data) => OwnPolicy.Allow(
        "DecryptParameters",
        ["kms:Decrypt"],
        [data.KeyArn],
        Condition.Equal("kms:ViaService", $"ssm.{stack.Region}.{stack.UrlSuffix}"),
        Condition.Like("kms:EncryptionContext:PARAMETER_ARN", ParameterArn(stack, $"{settings.ParameterPath}/*")));

    // A transaction is authorized as the puts and deletes in it.
    private static PolicyStatement UseTable(DataReferences data) => OwnPolicy.Allow(
        "UseTable",
        ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
        [data.TableArn]);

    // DynamoDB unwraps the table's key in the caller's name; new keys are the table's own business.
    private static PolicyStatement DecryptTable(Stack stack, DataReferences data) => OwnPolicy.Allow(
        "DecryptTable",
        ["kms:Decrypt"],
        [data.KeyArn],
        Condition.Equal("kms:ViaService", $"dynamodb.{stack.Region}.{stack.UrlSuffix}"),
        Condition.Equal("kms:EncryptionContext:aws:dynamodb:tableName", data.TableName));

    private static string ParameterArn(Stack stack, string path) =>
        stack.FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = path });
}
