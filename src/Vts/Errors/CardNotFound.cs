using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Vts.Errors;

/// <summary>The one answer for a card that is unknown, malformed or another's.</summary>
internal sealed class CardNotFound : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(ProblemBody), ["application/problem+json"]));

    public Task ExecuteAsync(HttpContext httpContext) => Problems.CardNotFound.WriteAsync(httpContext);
}
