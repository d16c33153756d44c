using Microsoft.AspNetCore.Diagnostics;

namespace Vts.Errors;

/// <summary>Gives a body to the answers that the framework leaves empty: no such path, and a wrong method.</summary>
internal static class StatusProblems
{
    public static Task WriteAsync(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        404 => Problems.RouteNotFound.WriteAsync(context.HttpContext),
        405 => Problems.MethodNotAllowed.WriteAsync(context.HttpContext),
        _ => Task.CompletedTask,
    };
}
