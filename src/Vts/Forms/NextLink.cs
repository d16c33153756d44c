using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Vts.Queries;

namespace Vts.Forms;

/// <summary>Points to the rest of a list (RFC 8288): the same request, with the cursor.</summary>
internal static class NextLink
{
    public static void Write(HttpContext context, string cursor)
    {
        var request = context.Request;
        var query = request.Query
            .Where(parameter => parameter.Key != Parameters.Cursor)
            .Append(new KeyValuePair<string, StringValues>(Parameters.Cursor, cursor));
        context.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(request.PathBase + Path(context), query)}>; rel=\"next\"";
    }

    // With the form's suffix, which the router never saw.
    private static string Path(HttpContext context) => context.Features.Get<AskedForm>()?.Path ?? context.Request.Path.ToUriComponent();
}
