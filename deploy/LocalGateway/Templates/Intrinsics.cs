using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>Works out the values of a CloudFormation template that are not plain text.</summary>
/// <param name="resources">The template's resources.</param>
/// <param name="table">The name that every reference to a DynamoDB table becomes.</param>
internal sealed class Intrinsics(JsonObject resources, string table)
{
    /// <summary>The value as text. What another stack exports, or a resource would only have in the account, becomes its own name.</summary>
    public string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue plain => plain.ToString(),
        JsonObject { Count: 1 } call => Call(call.First().Key, call.First().Value),
        _ => throw new LocalGatewayException($"The template holds a value that cannot be worked out here: {value.ToJsonString()}"),
    };

    /// <summary>The names of all resources that the value refers to.</summary>
    public static IEnumerable<string> References(JsonNode? value) => value switch
    {
        JsonObject { Count: 1 } call when call["Ref"] is JsonValue name => [name.ToString()],
        JsonObject { Count: 1 } call when call["Fn::GetAtt"] is { } attribute => [Target(attribute)],
        JsonObject nested => nested.SelectMany(member => References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private string Call(string function, JsonNode? argument) => function switch
    {
        "Ref" => Referred(argument!.ToString()),
        "Fn::GetAtt" => Referred(Target(argument!)),
        "Fn::ImportValue" => Text(argument),
        "Fn::Join" => string.Join(Text(argument![0]), argument[1]!.AsArray().Select(Text)),
        "Fn::Sub" => Text(argument is JsonArray list ? list[0] : argument)
            .Replace("${AWS::Region}", LocalAccount.Region, StringComparison.Ordinal)
            .Replace("${AWS::AccountId}", LocalAccount.Id, StringComparison.Ordinal)
            .Replace("${AWS::Partition}", "aws", StringComparison.Ordinal),
        _ => throw new LocalGatewayException($"The template uses {function}, which cannot be worked out here"),
    };

    private string Referred(string name) => name switch
    {
        "AWS::Region" => LocalAccount.Region,
        "AWS::AccountId" => LocalAccount.Id,
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        _ when resources[name]?["Type"]?.ToString() is "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable" => table,
        _ => name,
    };

    private static string Target(JsonNode attribute) => attribute is JsonArray list ? list[0]!.ToString() : attribute.ToString().Split('.')[0];
}
