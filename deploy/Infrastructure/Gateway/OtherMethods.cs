using Amazon.CDK.AWS.APIGateway;

namespace Vts.Infrastructure.Gateway;

/// <summary>What a path answers to any method that it does not have: 405, by the gateway itself, which has no such answer of its own.</summary>
internal static class OtherMethods
{
    /// <summary>Puts the 405 on the path.</summary>
    public static void Refuse(IResource path)
    {
        var problem = GatewayProblems.MethodNotAllowed;
        var headers = problem.Headers.ToDictionary(header => $"method.response.header.{header.Key}", header => header.Value, StringComparer.Ordinal);
        var integration = new MockIntegration(new IntegrationOptions
        {
            PassthroughBehavior = PassthroughBehavior.NEVER,
            RequestTemplates = Json($$"""{"statusCode":{{problem.Status}}}"""),
            IntegrationResponses =
            [
                new IntegrationResponse
                {
                    StatusCode = $"{problem.Status}",
                    ResponseParameters = headers,
                    ResponseTemplates = Json(problem.Template),
                },
            ],
        });
        path.AddMethod("ANY", integration, new MethodOptions
        {
            MethodResponses =
            [
                new MethodResponse
                {
                    StatusCode = $"{problem.Status}",
                    ResponseParameters = headers.ToDictionary(header => header.Key, _ => true, StringComparer.Ordinal),
                },
            ],
        });
    }
    private static Dictionary<string, string> Json(string template) => new(StringComparer.Ordinal) { ["application/json"] = template };
}
