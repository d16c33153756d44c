using Amazon.CDK;
using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure;

/// <summary>What the service needs to know of the data stack: names where names will do, so that the template reads plainly.</summary>
/// <param name="TableName">The table's name.</param>
/// <param name="TableArn">The table's ARN.</param>
/// <param name="KeyArn">The key's ARN.</param>
internal sealed record DataReferences(string TableName, string TableArn, string KeyArn)
{
    /// <summary>The references of a stage, as its service stack sees them.</summary>
    public static DataReferences Of(Stack service, Settings settings) => new(
        settings.Name,
        service.FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = settings.Name }),
        Fn.ImportValue(KeyExport(settings)));

    /// <summary>The name under which the data stack exports its key's ARN.</summary>
    public static string KeyExport(Settings settings) => $"{settings.Name}-key-arn";
}
