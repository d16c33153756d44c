using System.Text.Json.Nodes;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class DataTests(Variants variants)
{
    [Fact]
    public async Task The_table_is_the_one_that_the_code_uses_and_outlives_its_stack()
    {
        var data = (await variants.DefaultAsync()).Data();
        var table = data.OfType("AWS::DynamoDB::Table").Single();

        Assert.Equal("vts-dev", table.Text("TableName"));
        Assert.Equal(["pk HASH", "sk RANGE"], table["KeySchema"].AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}"));
        Assert.Equal("expiresAt", (string)table["TimeToLiveSpecification"]["AttributeName"]!);
        Assert.Equal("PAY_PER_REQUEST", table.Text("BillingMode"));
        Assert.True((bool)table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]!);
        Assert.True((bool)table["DeletionProtectionEnabled"]);
        Assert.Equal(data.OfType("AWS::KMS::Key").Single().Id, (string)table["SSESpecification"]["KMSMasterKeyId"]!["Fn::GetAtt"]![0]!);
        Assert.Equal("Retain", (string)table.Json["DeletionPolicy"]!);
    }

    [Fact]
    public async Task The_key_turns_has_its_name_and_outlives_its_stack()
    {
        var data = (await variants.DefaultAsync()).Data();
        var key = data.OfType("AWS::KMS::Key").Single();

        Assert.True((bool)key["EnableKeyRotation"]);
        Assert.Equal("Retain", (string)key.Json["DeletionPolicy"]!);
        Assert.Equal("alias/vts-dev", data.OfType("AWS::KMS::Alias").Single().Text("AliasName"));
        Assert.Equal("vts-dev-key-arn", Intrinsic.Text(data.Outputs["KeyArn"]!["Export"]!["Name"]));
    }

    [Fact]
    public async Task Only_the_data_is_protected_from_being_deleted_by_mistake()
    {
        var stacks = JsonNode.Parse(await File.ReadAllTextAsync((await variants.DefaultAsync()).Manifest))!["artifacts"]!.AsObject()
            .Where(artifact => (string)artifact.Value!["type"]! == "aws:cloudformation:stack")
            .ToDictionary(artifact => artifact.Key, artifact => (bool?)artifact.Value!["properties"]!["terminationProtection"] ?? false, StringComparer.Ordinal);

        Assert.Equal(
            new Dictionary<string, bool>(StringComparer.Ordinal) { ["vts-account"] = false, ["vts-dev-data"] = true, ["vts-dev"] = false }.OrderBy(stack => stack.Key),
            stacks.OrderBy(stack => stack.Key));
    }
}
