using Microsoft.OpenApi;

namespace Vts.Server.Contract;

/// <summary>How fresh answers are, as the contract tells it: the request's headers, the answers' headers, and the 304. Described once, for all operations.</summary>
internal static class ContractFreshness
{
    private static readonly Dictionary<string, IOpenApiHeader> Headers = new(StringComparer.Ordinal)
    {
        ["ETag"] = Header("Names exactly these bytes."),
        ["Age"] = Header("Whole seconds since Extend was asked; of the oldest part, where the answer has several.", JsonSchemaType.Integer),
        ["Cache-Control"] = Header("`private` and the age at which the answer is no longer fresh, or `no-cache` where this service keeps none."),
        ["Cache-Status"] = Header("How this service came by the answer (RFC 9211): `vts; hit; ttl=3`, `vts; fwd=miss`, `vts; hit; detail=stale; ttl=-40`."),
        ["Last-Modified"] = Header("The moment of which the answer tells. `If-Modified-Since` is not heeded."),
        ["Vary"] = Header("What else of a request an answer depends on."),
    };

    /// <summary>Describes the answers' headers and the request's among the document's components, and names them in the operation.</summary>
    public static void Describe(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in Parameters())
        {
            document.AddComponent(parameter.Name!, parameter);
            (operation.Parameters ??= []).Add(new OpenApiParameterReference(parameter.Name!, document));
        }

        foreach (var (name, header) in Headers)
        {
            document.AddComponent(name, header);
        }

        document.AddComponent("NotModified", new OpenApiResponse
        {
            Description = "You have this answer already: its `ETag` is one of `If-None-Match`.", Headers = References(document),
        });
        operation.Responses!["304"] = new OpenApiResponseReference("NotModified", document);
        ((OpenApiResponse)operation.Responses["200"]).Headers = References(document);
    }

    private static IEnumerable<OpenApiParameter> Parameters()
    {
        yield return Parameter("Cache-Control",
            "How fresh the answer must be. `no-cache`: ask Extend now. `max-age=N`: nothing older than N seconds. `stale-if-error=N`: if Extend fails, "
            + "an answer that has not been fresh for N seconds will do. Anything else is ignored.",
            "max-age=2, stale-if-error=600");
        yield return Parameter("If-None-Match", "The `ETag` of an answer you have, or several. If it still is the answer, you get a 304 without a body.",
            "\"5f1d4c8a0b7e2963d4f8a1c05b7e9d32\"");
    }

    private static OpenApiParameter Parameter(string name, string description, string example) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = description, Example = example, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static Dictionary<string, IOpenApiHeader> References(OpenApiDocument document)
    {
        var headers = Headers.Keys.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document), StringComparer.Ordinal);
        headers["x-request-id"] = ContractProblems.RequestId;
        ContractLimits.AddTo(headers, document);
        return headers;
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type = JsonSchemaType.String) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = type } };
}
