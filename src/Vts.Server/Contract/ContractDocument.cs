using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Vts.Server.Contract;

/// <summary>What the contract says once for all operations.</summary>
internal sealed class ContractDocument : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "VTS",
            Summary = "Virtual cards and their transactions, read from Extend.",
            Description =
                "A read-only API over a company's virtual cards at Extend (paywithextend.com). Lists are whole, or the answer is a problem. "
                + "Money is in integer minor units. A member that your token may not see is left out; `/me` names those you see. Every path answers HEAD too, with the headers that GET would have. Answers are kept in memory for "
                + "some seconds and say how old they are; the request's `Cache-Control` says how fresh they must be. Errors are problems as in RFC 9457; `code` is stable.",
            Version = typeof(ContractDocument).Assembly.GetName().Version!.ToString(3),
            Contact = new OpenApiContact { Name = "The operator of this server" },
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The server that serves this document." }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Cards and transactions", Description = "The five reads." },
            new() { Name = "Callers", Description = "What you may do." },
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "token", Description = "Your token: an API key, or an access token (JWT) of an issuer that the operator of this service trusts.",
            },
            ["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The same token, said the standard way. Send one of the two.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
