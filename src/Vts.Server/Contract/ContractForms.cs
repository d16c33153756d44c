using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Vts.Server.Contract;

/// <summary>A list's other forms and its own header fields, as the contract tells them.</summary>
internal static class ContractForms
{
    private static readonly Dictionary<string, IOpenApiHeader> Fields = new(StringComparer.Ordinal)
    {
        ["Link"] = Field("Where the next page is (RFC 8288), where there is one.", "</transactions?limit=100&cursor=AQ…>; rel=\"next\""),
        ["coverage"] = Field(
            "With `Prefer: handling=lenient`: how many cards were asked for and answered, and which failed and why (a dictionary of RFC 9651).",
            "asked=64, answered=63, failed=(\"vc_A681POqRINI7goyrCNPff7\";code=extend_timeout)"),
        ["Preference-Applied"] = Field("With `Prefer: handling=lenient`: that it was heeded (RFC 7240).", "handling=lenient"),
    };

    /// <summary>Describes the forms of a list.</summary>
    /// <param name="success">The list's answer.</param>
    /// <param name="document">The contract.</param>
    /// <param name="heedsPreference">Whether the list may be answered without what could not be read.</param>
    public static void Describe(OpenApiResponse success, OpenApiDocument document, bool heedsPreference)
    {
        success.Content!["application/x-ndjson"] = Text("An object a line. The last line is `{\"rows\":N}`: without it the answer was cut. Sent while it is read, it has no `ETag`, and a line `{\"failed\":\"vc_…\",\"code\":\"…\"}` before the last for each card that failed, where that is accepted.");
        success.Content["text/csv"] = Text("RFC 4180, with a header. The last record is `#rows` and their number: without it the answer was cut. Sent while it is read, it has no `ETag`, and a record `#failed,vc_…,code` before the last for each card that failed, where that is accepted.");
        foreach (var (name, field) in Fields.Where(field => heedsPreference || field.Key == "Link"))
        {
            document.AddComponent(name, field);
            success.Headers![name] = new OpenApiHeaderReference(name, document);
        }
    }

    /// <summary>The request's <c>Prefer</c>.</summary>
    public static OpenApiParameter Prefer { get; } = new()
    {
        Name = "Prefer", In = ParameterLocation.Header, Example = "handling=lenient", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Description = "`handling=lenient` (RFC 7240): where some cards cannot be read, the others' answer will do; `coverage` tells which.",
    };

    private static OpenApiMediaType Text(string description) => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = description } };

    private static OpenApiHeader Field(string description, string example) =>
        new() { Description = description, Example = JsonValue.Create(example), Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
