using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Vts.Infrastructure.Configuration;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace Vts.Infrastructure;

/// <summary>What must outlive the service: the key, and the table of sessions, leases and guards. Deleting it takes two steps.</summary>
internal sealed class DataStack : Stack
{
    public DataStack(App app, Settings settings)
        : base(
            app, $"{settings.Name}-data",
            new StackProps { Description = $"VTS {settings.Stage}: its key and table", TerminationProtection = true })
    {
        var key = new Key(this, "Key", new KeyProps
        {
            Alias = $"alias/{settings.Name}",
            Description = $"VTS {settings.Stage}: the table and the secret parameters",
            EnableKeyRotation = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        var table = new Table(this, "Table", new TableProps
        {
            TableName = settings.Name,
            PartitionKey = new Attribute { Name = "pk", Type = AttributeType.STRING },
            SortKey = new Attribute { Name = "sk", Type = AttributeType.STRING },
            TimeToLiveAttribute = "expiresAt",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = key,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        _ = new CfnOutput(this, "KeyArn", new CfnOutputProps { Value = key.KeyArn, ExportName = DataReferences.KeyExport(settings) });
        _ = new CfnOutput(this, "TableName", new CfnOutputProps { Value = table.TableName });
    }
}
