using Microsoft.AspNetCore.Http;
using Vts.Errors;

namespace Vts.Callers.Limits;

/// <summary>Holds each caller to its limits, before anything is read for it, and tells it with every answer how it stands.</summary>
internal sealed class CallerLimit(RequestDelegate next, CallerLimiter limiter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<Caller>() is not { } caller)
        {
            await next(context);
            return;
        }

        using var admission = limiter.Admit(caller);

        // Only when the answer starts: a fault clears the headers that were set before it.
        context.Response.OnStarting(static state => TellAsync(((HttpContext, Admission))state), (context, admission));
        await (admission.IsAcquired
            ? next(context)
            : (Problems.TooManyRequests with { RetryAfterSeconds = admission.Rate.MayGoOn ? 1 : admission.Rate.WaitSeconds }).WriteAsync(context));
    }

    private static Task TellAsync((HttpContext Context, Admission Admission) state)
    {
        RateLimitFields.Write(state.Context.Response.Headers, state.Admission);
        return Task.CompletedTask;
    }
}
