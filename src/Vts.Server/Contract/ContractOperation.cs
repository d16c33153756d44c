using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Vts.Errors;
using Vts.Operations;

namespace Vts.Server.Contract;

/// <summary>Gives each answer of an operation its meaning, its headers and an example.</summary>
internal sealed class ContractOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var example = context.Description.ActionDescriptor.EndpointMetadata.OfType<AnswerExample>().Single();
        foreach (var (status, response) in operation.Responses!)
        {
            Describe((OpenApiResponse)response, status, example);
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description = "Extend's identifier of the card.";
            parameter.Example = "vc_A681POqRINI7goyrCNPff7";
            ((OpenApiSchema)parameter.Schema!).Pattern = "^vc_[0-9A-Za-z]{22}$";
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiResponse response, string status, AnswerExample example)
    {
        response.Headers = Headers(status);
        var content = response.Content!.Values.Single();
        if (status == "200")
        {
            response.Description = "The whole answer.";
            content.Example = JsonNode.Parse(example.Json);
            return;
        }

        Problem[] problems = [.. Problems.All.Where(problem => problem.Status.ToString() == status && problem != Problems.RouteNotFound)];
        response.Description = string.Join(" ", problems.Select(problem => $"`{problem.Code}`: {problem.Title}."));
        content.Example = new JsonObject
        {
            ["type"] = problems[0].Type,
            ["title"] = problems[0].Title,
            ["status"] = problems[0].Status,
            ["detail"] = problems[0].Detail,
            ["code"] = problems[0].Code,
            ["requestId"] = "9f2c1d7a4be04f0e8c55d1a3b6f7e210",
        };
    }

    private static Dictionary<string, IOpenApiHeader> Headers(string status)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["x-request-id"] = Header("Names this request in the service's logs.", JsonSchemaType.String),
        };
        if (status == "401")
        {
            headers["WWW-Authenticate"] = Header("The scheme to authenticate with (RFC 6750).", JsonSchemaType.String);
        }
        else if (status == "503")
        {
            headers["Retry-After"] = Header("Seconds to wait before the next try.", JsonSchemaType.Integer);
        }

        return headers;
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = type } };
}
