using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Vts.LocalGateway.StandIns;

namespace Vts.LocalGateway.Tests;

/// <summary>The stand-ins for SSM and DynamoDB.</summary>
public sealed class StandInTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task Parameters_under_a_path_come_ten_a_page_with_secrets_only_in_the_clear_when_asked()
    {
        var values = Enumerable.Range(0, 12).ToDictionary(number => $"Many:{number:00}", number => $"v{number}");
        values["Extend:Accounts:main:ApiSecret"] = "s3cret";
        await using var store = await ParameterStore.StartAsync("/vts/local/", values, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = store.Address };

        var (_, first) = await AskAsync(http, "AmazonSSM.GetParametersByPath", """{"Path":"/vts/local/","Recursive":true,"WithDecryption":true}""");
        var (_, second) = await AskAsync(http, "AmazonSSM.GetParametersByPath", $$"""{"Path":"/vts/local/","Recursive":true,"WithDecryption":true,"NextToken":"{{first["NextToken"]}}"}""");
        var (_, shut) = await AskAsync(http, "AmazonSSM.GetParameter", """{"Name":"/vts/local/Extend/Accounts/main/ApiSecret"}""");
        var (_, some) = await AskAsync(http, "AmazonSSM.GetParameters", """{"Names":["/vts/local/Many/01","/none"]}""");
        var (missing, none) = await AskAsync(http, "AmazonSSM.GetParameter", """{"Name":"/none"}""");

        Assert.Equal((10, 3), (first["Parameters"]!.AsArray().Count, second["Parameters"]!.AsArray().Count));
        Assert.Null(second["NextToken"]);
        Assert.Equal(("SecureString", "s3cret"), ((string?)first["Parameters"]![0]!["Type"], (string?)first["Parameters"]![0]!["Value"]));
        Assert.DoesNotContain("s3cret", shut.ToJsonString());
        Assert.Equal(("v1", "/none"), ((string?)some["Parameters"]![0]!["Value"], (string?)some["InvalidParameters"]![0]));
        Assert.Equal((HttpStatusCode.BadRequest, "ParameterNotFound"), (missing, (string?)none["__type"]));
    }

    [Theory]
    [InlineData(StandInMood.Denied, "AccessDeniedException")]
    [InlineData(StandInMood.Throttled, "ThrottlingException")]
    public async Task SSM_can_refuse_and_wants_a_signature(StandInMood mood, string type)
    {
        await using var store = await ParameterStore.StartAsync("/vts/local/", new Dictionary<string, string>(), TimeProvider.System);
        using var http = new HttpClient { BaseAddress = store.Address };
        using var unsigned = await http.PostAsync("/", new StringContent("{}"));
        Assert.Contains("MissingAuthenticationToken", await unsigned.Content.ReadAsStringAsync());

        store.Mood = mood;

        Assert.Equal(type, (string?)(await AskAsync(http, "AmazonSSM.GetParametersByPath", "{}")).Answer["__type"]);
    }

    [Fact]
    public async Task DynamoDB_can_throttle_a_number_of_requests_and_is_well_again()
    {
        await using var proxy = await DynamoDbProxy.StartAsync(dynamoDb.Local.Address, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        proxy.ThrottleNext(1);

        var (_, refused) = await AskAsync(http, "DynamoDB_20120810.ListTables", "{}");
        var (status, tables) = await AskAsync(http, "DynamoDB_20120810.ListTables", "{}");

        Assert.EndsWith("#ProvisionedThroughputExceededException", (string?)refused["__type"]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(tables["TableNames"]);
        Assert.Equal(["ListTables", "ListTables"], proxy.Asked);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> AskAsync(HttpClient http, string target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, new MediaTypeHeaderValue("application/x-amz-json-1.1")) };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/ssm/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
