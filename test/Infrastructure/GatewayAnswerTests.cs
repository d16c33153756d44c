using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK.AWS.APIGateway;
using Vts.Errors;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class GatewayAnswerTests(Variants variants)
{
    [Theory]
    [InlineData("MISSING_AUTHENTICATION_TOKEN", "route_not_found")]
    [InlineData("RESOURCE_NOT_FOUND", "route_not_found")]
    [InlineData("INVALID_SIGNATURE", "route_not_found")]
    [InlineData("EXPIRED_TOKEN", "route_not_found")]
    [InlineData("UNAUTHORIZED", "token_invalid")]
    [InlineData("ACCESS_DENIED", "token_invalid")]
    [InlineData("INVALID_API_KEY", "token_invalid")]
    [InlineData("WAF_FILTERED", "token_invalid")]
    [InlineData("BAD_REQUEST_BODY", "bad_request")]
    [InlineData("BAD_REQUEST_PARAMETERS", "bad_request")]
    [InlineData("DEFAULT_4XX", "bad_request")]
    [InlineData("UNSUPPORTED_MEDIA_TYPE", "method_not_allowed")]
    [InlineData("REQUEST_TOO_LARGE", "request_too_large")]
    [InlineData("THROTTLED", "too_many_requests")]
    [InlineData("QUOTA_EXCEEDED", "too_many_requests")]
    [InlineData("INTEGRATION_TIMEOUT", "service_timeout")]
    [InlineData("INTEGRATION_FAILURE", "internal_error")]
    [InlineData("API_CONFIGURATION_ERROR", "internal_error")]
    [InlineData("AUTHORIZER_CONFIGURATION_ERROR", "internal_error")]
    [InlineData("AUTHORIZER_FAILURE", "internal_error")]
    [InlineData("DEFAULT_5XX", "internal_error")]
    public async Task Each_answer_of_the_gateways_own_is_the_services_problem(string type, string code)
    {
        var answer = (await variants.DefaultAsync()).Service().OfType("AWS::ApiGateway::GatewayResponse").Single(answer => answer.Text("ResponseType") == type);

        Check(
            Problems.All.Single(problem => problem.Code == code), answer.Text("StatusCode"), (string)answer["ResponseTemplates"]["application/json"]!,
            Mapped(answer["ResponseParameters"], "gatewayresponse.header."));
    }

    [Fact]
    public async Task Every_kind_of_answer_that_the_gateway_knows_is_said_in_the_services_words()
    {
        var known = typeof(ResponseType_).GetProperties().Where(property => property.GetMethod!.IsStatic).Select(property => property.Name);
        var said = (await variants.DefaultAsync()).Service().OfType("AWS::ApiGateway::GatewayResponse").Select(answer => answer.Text("ResponseType"));

        Assert.Equal(known.Order(), said.Order());
    }

    [Fact]
    public async Task Another_method_is_the_services_405()
    {
        var others = (await variants.DefaultAsync()).Service().OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") == "ANY");

        Assert.All(others, method =>
        {
            var answer = method["Integration"]["IntegrationResponses"]!.AsArray().Single()!;
            Check(
                Problems.MethodNotAllowed, (string)answer["StatusCode"]!, (string)answer["ResponseTemplates"]!["application/json"]!,
                Mapped(answer["ResponseParameters"]!, "method.response.header."));
            Assert.Equal(
                answer["ResponseParameters"]!.AsObject().Select(header => header.Key),
                method["MethodResponses"]![0]!["ResponseParameters"]!.AsObject().Select(header => header.Key));
        });
    }

    private static void Check(Problem problem, string status, string template, Dictionary<string, string> headers)
    {
        var body = new ProblemBody(problem.Type, problem.Title, problem.Status, problem.Detail, problem.Code, "$context.requestId");
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content-Type"] = "'application/problem+json'",
            ["Cache-Control"] = "'no-store'",
            ["X-Content-Type-Options"] = "'nosniff'",
            ["x-request-id"] = "context.requestId",
        };
        if (problem.RetryAfterSeconds is { } seconds)
        {
            expected["Retry-After"] = $"'{seconds}'";
        }

        if (problem == Problems.MethodNotAllowed)
        {
            expected["Allow"] = "'GET, HEAD'";
        }

        Assert.Equal($"{problem.Status}", status);
        Assert.Equal(JsonSerializer.Serialize(body, ProblemJson.Readable.ProblemBody), template);
        Assert.Equal(expected, headers);
    }

    private static Dictionary<string, string> Mapped(JsonNode parameters, string prefix) =>
        parameters.AsObject().ToDictionary(header => header.Key[prefix.Length..], header => (string)header.Value!, StringComparer.Ordinal);
}
