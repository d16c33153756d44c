using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Vts.Errors;

namespace Vts.Server.Contract;

/// <summary><c>/swagger.yaml</c>, generated from the operations, and the page at <c>/docs</c> that shows it. Neither asks for a token.</summary>
internal static class ContractRoutes
{
    private const string Path = "/swagger.yaml";

    /// <summary>Adds the generator.</summary>
    public static void AddContract(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Add(ContractJson.Default))
        .AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => type.Type == typeof(ProblemBody) ? "Problem" : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

        // A HEAD is told once, in the document's description: it has nothing of its own.
        options.ShouldInclude = operation => operation.HttpMethod != HttpMethods.Head;
        options.AddDocumentTransformer<ContractDocument>();
        options.AddOperationTransformer<ContractOperation>();
        options.AddSchemaTransformer<ContractSchema>();
    });

    /// <summary>Adds both routes.</summary>
    public static void MapContract(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Path);
        routes.MapScalarApiReference("/docs", page =>
        {
            page.OpenApiRoutePattern = Path;
            page.Title = "VTS";
            page.DefaultOpenAllTags = true;

            // The page stands on what this server serves: nothing is fetched from or told to anyone else.
            page.DefaultFonts = false;
            page.Telemetry = false;
            page.ProxyUrl = null;
            page.Agent = new ScalarAgentOptions { Disabled = true };
            page.Mcp = new ScalarMcpOptions { Disabled = true };
        });
    }
}
