using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Vts.Errors;

namespace Vts.Server.Contract;

/// <summary>The problems of one status as the contract tells them: the rows of the table, the headers, an example.</summary>
internal static class ContractProblems
{
    /// <summary>The header that every answer has.</summary>
    public static OpenApiHeader RequestId { get; } = Header("Names this request in the service's logs.", JsonSchemaType.String);

    /// <summary>The name of a status's problems among the contract's components, as in <c>GatewayTimeout</c>.</summary>
    public static string Name(int status) => ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>Completes what the generator made of a status.</summary>
    public static OpenApiResponse Describe(OpenApiResponse response, string status, OpenApiDocument document)
    {
        // An operation answers on its own path, so that the problem of an unknown one is none of its.
        Problem[] problems = [.. Problems.All.Where(problem => $"{problem.Status}" == status && problem != Problems.RouteNotFound)];
        response.Description = string.Join(" ", problems.Select(problem => $"`{problem.Code}`: {problem.Title}."));
        response.Headers = Headers(status);
        ContractLimits.AddTo(response.Headers, document);
        response.Content!.Values.Single().Example = new JsonObject
        {
            ["type"] = problems[0].Type,
            ["title"] = problems[0].Title,
            ["status"] = problems[0].Status,
            ["detail"] = problems[0].Detail,
            ["code"] = problems[0].Code,
            ["requestId"] = "9f2c1d7a4be04f0e8c55d1a3b6f7e210",
        };
        return response;
    }

    private static Dictionary<string, IOpenApiHeader> Headers(string status)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["x-request-id"] = RequestId };
        if (status is "401" or "403")
        {
            var what = status == "401" ? "The scheme to authenticate with" : "The scope that is missing";
            headers["WWW-Authenticate"] = Header($"{what} (RFC 6750).", JsonSchemaType.String);
        }
        else if (status is "429" or "502" or "503" or "504")
        {
            var when = status is "429" or "503" ? "" : ", where waiting is known to help";
            headers["Retry-After"] = Header($"Seconds to wait before the next try{when}.", JsonSchemaType.Integer);
        }

        return headers;
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = type } };
}
