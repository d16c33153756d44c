using Microsoft.AspNetCore.Http;
using Vts.Errors;

namespace Vts.Requests;

/// <summary>Answers a request that ran into its host's deadline, before the host ends it without a word.</summary>
internal sealed class Deadline(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.Features.Get<RequestDeadline>() is { Passed.IsCancellationRequested: true } && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.RequestAborted = CancellationToken.None;
            await Problems.ServiceTimeout.WriteAsync(context);
        }
    }
}
