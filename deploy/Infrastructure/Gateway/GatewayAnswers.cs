using Amazon.CDK.AWS.APIGateway;

namespace Vts.Infrastructure.Gateway;

/// <summary>Which problem each of the gateway's own answers is.</summary>
internal static class GatewayAnswers
{
    // No route asks for AWS credentials. The gateway looks at the header Authorization only where there is no route: there a
    // bearer token is a broken signature to it, and the truth is that the path is unknown.
    private static readonly ResponseType_[] UnknownPath =
        [ResponseType_.MISSING_AUTHENTICATION_TOKEN, ResponseType_.RESOURCE_NOT_FOUND, ResponseType_.INVALID_SIGNATURE, ResponseType_.EXPIRED_TOKEN];

    private static readonly ResponseType_[] Refused =
        [ResponseType_.UNAUTHORIZED, ResponseType_.ACCESS_DENIED, ResponseType_.INVALID_API_KEY, ResponseType_.WAF_FILTERED];

    private static readonly ResponseType_[] Faults =
    [
        ResponseType_.INTEGRATION_FAILURE, ResponseType_.API_CONFIGURATION_ERROR, ResponseType_.AUTHORIZER_CONFIGURATION_ERROR,
        ResponseType_.AUTHORIZER_FAILURE, ResponseType_.DEFAULT_5XX,
    ];

    /// <summary>Puts the problems on the API.</summary>
    public static void AddTo(RestApi api)
    {
        Add(api, GatewayProblems.RouteNotFound, UnknownPath);
        Add(api, GatewayProblems.TokenInvalid, Refused);
        Add(api, GatewayProblems.BadRequest, ResponseType_.BAD_REQUEST_BODY, ResponseType_.BAD_REQUEST_PARAMETERS, ResponseType_.DEFAULT_4XX);
        // Only the paths' 405 reads a body, and it knows one media type; with any other it is still a 405.
        Add(api, GatewayProblems.MethodNotAllowed, ResponseType_.UNSUPPORTED_MEDIA_TYPE);
        Add(api, GatewayProblems.RequestTooLarge, ResponseType_.REQUEST_TOO_LARGE);
        Add(api, GatewayProblems.TooManyRequests, ResponseType_.THROTTLED, ResponseType_.QUOTA_EXCEEDED);
        Add(api, GatewayProblems.ServiceTimeout, ResponseType_.INTEGRATION_TIMEOUT);
        Add(api, GatewayProblems.InternalError, Faults);
    }

    private static void Add(RestApi api, GatewayProblem problem, params ResponseType_[] types)
    {
        foreach (var type in types)
        {
            api.AddGatewayResponse(type.ResponseType, new GatewayResponseOptions
            {
                Type = type,
                StatusCode = $"{problem.Status}",
                ResponseHeaders = problem.Headers,
                Templates = new Dictionary<string, string>(StringComparer.Ordinal) { ["application/json"] = problem.Template },
            });
        }
    }
}
