using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Vts.Forms;
using Vts.Freshness;
using Vts.Operations;
using Vts.Requests;

namespace Vts.Server.Contract;

/// <summary>Gives each answer of an operation its meaning and an example; the problems are described once, for all.</summary>
internal sealed class ContractOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        var responses = operation.Responses!;
        foreach (var (status, response) in responses.Where(entry => entry.Key is not ("200" or "304")).ToList())
        {
            var name = ContractProblems.Name(int.Parse(status, CultureInfo.InvariantCulture));
            document.AddComponent(name, ContractProblems.Describe((OpenApiResponse)response, status, document));
            responses[status] = new OpenApiResponseReference(name, document);
        }

        var success = (OpenApiResponse)responses["200"];
        success.Description = "The whole answer.";
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        success.Content!.Values.Single().Example = JsonNode.Parse(metadata.OfType<AnswerExample>().Single().Json);

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description = "Extend's identifier of the card.";
            parameter.Example = "vc_A681POqRINI7goyrCNPff7";
            ((OpenApiSchema)parameter.Schema!).Pattern = "^vc_[0-9A-Za-z]{22}$";
        }

        foreach (var parameter in metadata.OfType<QueryParameters>().Single().All)
        {
            (operation.Parameters ??= []).Add(ContractQuery.Describe(parameter));
        }

        if (metadata.OfType<FreshAnswer>().Any())
        {
            ContractFreshness.Describe(operation, document);
        }
        else
        {
            success.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["x-request-id"] = ContractProblems.RequestId };
        }

        if (metadata.OfType<InForms>().Any())
        {
            var heedsPreference = metadata.OfType<HeedsPreference>().Any();
            ContractForms.Describe(success, document, heedsPreference);
            if (heedsPreference)
            {
                operation.Parameters!.Add(ContractForms.Prefer);
            }
        }

        return Task.CompletedTask;
    }
}
