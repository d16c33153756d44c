using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Vts.Requests;

/// <summary>Gives every request the services of the process: none of them is a request's own, so that no scope is made and disposed of for it.</summary>
internal sealed class OneScope(RequestDelegate next, IServiceProvider services)
{
    private readonly ServiceProvidersFeature _services = new() { RequestServices = services };

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Set<IServiceProvidersFeature>(_services);
        return next(context);
    }
}
