using System.Text.Json.Nodes;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class GatewayTests(Variants variants)
{
    [Fact]
    public async Task The_stage_is_throttled_traced_and_named_as_the_deployment()
    {
        var template = (await variants.DefaultAsync()).Service();
        var stage = template.OfType("AWS::ApiGateway::Stage").Single();
        var throttle = stage["MethodSettings"].AsArray().Single()!;
        var api = template.OfType("AWS::ApiGateway::RestApi").Single();

        Assert.Equal(("vts-dev", "REGIONAL"), (api.Text("Name"), (string)api["EndpointConfiguration"]["Types"]![0]!));
        Assert.Equal("dev", stage.Text("StageName"));
        Assert.True((bool)stage["TracingEnabled"]);
        Assert.Equal(("*", "/*"), ((string)throttle["HttpMethod"]!, (string)throttle["ResourcePath"]!));
        Assert.Equal((100, 200), ((int)throttle["ThrottlingRateLimit"]!, (int)throttle["ThrottlingBurstLimit"]!));
    }

    [Fact]
    public async Task The_gateway_compresses_what_is_over_a_kilobyte_and_takes_no_answer_for_binary()
    {
        var api = (await variants.DefaultAsync()).Service().OfType("AWS::ApiGateway::RestApi").Single();

        Assert.Equal(1024, (int)api["MinimumCompressionSize"]);
        Assert.False(api.Properties.ContainsKey("BinaryMediaTypes"));
    }

    [Fact]
    public async Task The_throttle_can_be_chosen()
    {
        var throttle = (await variants.OtherAsync()).Service("prod-2").OfType("AWS::ApiGateway::Stage").Single()["MethodSettings"][0]!;

        Assert.Equal((7, 9), ((int)throttle["ThrottlingRateLimit"]!, (int)throttle["ThrottlingBurstLimit"]!));
    }

    [Fact]
    public async Task Each_request_is_a_line_of_json_without_headers_query_or_ids_of_cards()
    {
        var template = (await variants.DefaultAsync()).Service();
        var setting = template.OfType("AWS::ApiGateway::Stage").Single()["AccessLogSetting"];
        var line = JsonNode.Parse((string)setting["Format"]!)!.AsObject();
        var log = template.Find((string)setting["DestinationArn"]!["Fn::GetAtt"]![0]!);

        Assert.Equal("/aws/apigateway/vts-dev", log.Text("LogGroupName"));
        Assert.Equal("$context.requestId", (string)line["requestId"]!);
        Assert.All(line, member => Assert.StartsWith("$context.", (string)member.Value!));
        Assert.DoesNotContain(line, member => (string)member.Value! is "$context.path" or "$context.identity.userAgent");
    }

    [Fact]
    public async Task The_outputs_say_where_the_service_answers_and_alarms_are_told()
    {
        var outputs = (await variants.DefaultAsync()).Service().Outputs;

        Assert.Equal(["Address", "AlarmTopicArn", "TableName"], outputs.Select(output => output.Key).Order(StringComparer.Ordinal));
        Assert.Equal("https://${GatewayApi4EDF2151}.execute-api.${AWS::Region}.${AWS::URLSuffix}/dev", Intrinsic.Text(outputs["Address"]!["Value"]));
        Assert.Equal("vts-dev", Intrinsic.Text(outputs["TableName"]!["Value"]));
    }
}
