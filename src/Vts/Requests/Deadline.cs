using Microsoft.AspNetCore.Http;
using Vts.Errors;

namespace Vts.Requests;

/// <summary>Answers a request that ran into its host's deadline, before the host ends it without a word.</summary>
internal sealed class Deadline(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<RequestDeadline>() is { } deadline ? WithinAsync(context, deadline) : next(context);
    }

    private async Task WithinAsync(HttpContext context, RequestDeadline deadline)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (deadline.Passed.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.RequestAborted = CancellationToken.None;
            await Problems.ServiceTimeout.WriteAsync(context);
        }
    }
}
