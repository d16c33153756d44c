using Microsoft.OpenApi;

namespace Vts.Server.Contract;

/// <summary>What every answer says about limits, as the contract tells it; described once, for all.</summary>
internal static class ContractLimits
{
    private static readonly Dictionary<string, IOpenApiHeader> Fields = new(StringComparer.Ordinal)
    {
        ["RateLimit-Policy"] = Field(
            "The limits this answer came under (draft-ietf-httpapi-ratelimit-headers-11): your requests and how many may be under way, "
            + "or, where nobody was authenticated, the failures of your address.",
            "\"requests\";q=500;w=5, \"concurrent\";q=64;qu=\"concurrent-requests\""),
        ["RateLimit"] = Field(
            "What is left of them: `r` more requests now, and more than that after `t` seconds.",
            "\"requests\";r=499;t=1, \"concurrent\";r=63"),
    };

    /// <summary>Adds both fields to an answer's headers.</summary>
    public static void AddTo(IDictionary<string, IOpenApiHeader> headers, OpenApiDocument document)
    {
        foreach (var (name, field) in Fields)
        {
            document.AddComponent(name, field);
            headers[name] = new OpenApiHeaderReference(name, document);
        }
    }

    private static OpenApiHeader Field(string description, string example) =>
        new() { Description = description, Example = example, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
