namespace Vts.Infrastructure.Gateway;

/// <summary>The gateway's own problems. Rows of <c>docs/errors.md</c>; a test compares.</summary>
internal static class GatewayProblems
{
    public static GatewayProblem BadRequest { get; } = new("bad_request", 400, "Bad request",
        "The request could not be understood. Check its method, path and headers.");

    public static GatewayProblem TokenInvalid { get; } = new("token_invalid", 401, "Token not valid",
        "Check the token you send, or ask the operator of this service for a new one.");

    public static GatewayProblem RouteNotFound { get; } = new("route_not_found", 404, "No such path",
        "Check the path: the operations are /cards, /cards/active, /cards/{cardId}, /cards/{cardId}/transactions, /transactions, /transactions/summary and /me. Lists may end in .json, .ndjson or .csv.");

    public static GatewayProblem MethodNotAllowed { get; } = new("method_not_allowed", 405, "Method not allowed",
        "This service only reads: use a method that the header Allow names.")
    {
        OwnHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Allow"] = $"'{string.Join(", ", Route.Methods)}'" },
    };

    public static GatewayProblem RequestTooLarge { get; } = new("request_too_large", 413, "Request too large",
        "Send no body: this service only reads.");

    public static GatewayProblem TooManyRequests { get; } = new("too_many_requests", 429, "Too many requests",
        "Wait for the seconds in Retry-After, then ask again, less often.")
    {
        OwnHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "'1'" },
    };

    public static GatewayProblem InternalError { get; } = new("internal_error", 500, "A fault of this service",
        "Try again; if it happens again, give the operator the requestId.");

    public static GatewayProblem ServiceTimeout { get; } = new("service_timeout", 504, "This service took too long",
        "Try again in a while.");
}
