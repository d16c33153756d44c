using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Vts.Forms;

/// <summary>Gives up the route that was found for a path with a form's suffix, where the operation has no forms to choose from.</summary>
internal sealed class FormsOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<AskedForm>() is not null && context.GetEndpoint() is RouteEndpoint route && route.Metadata.GetMetadata<InForms>() is null)
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }
}
