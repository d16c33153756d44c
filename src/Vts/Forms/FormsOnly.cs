using Microsoft.AspNetCore.Http;

namespace Vts.Forms;

/// <summary>Gives up the route that was found for a path with a form's suffix, where the operation has no forms to choose from.</summary>
internal sealed class FormsOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<AskedForm>() is not null && context.GetEndpoint()?.Metadata.GetMetadata<InForms>() is null)
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }
}
