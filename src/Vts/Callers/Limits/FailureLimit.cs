using Microsoft.AspNetCore.Http;
using Vts.Errors;

namespace Vts.Callers.Limits;

/// <summary>
/// Counts the authentications that fail, by address, and refuses an address that has had its share before another token is looked
/// at, so that guessing costs the guesser and not this service.
/// </summary>
internal sealed class FailureLimit(RequestDelegate next, AddressLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.NeedsCaller())
        {
            return next(context);
        }

        var standing = limiter.Look(context.Connection.RemoteIpAddress);
        if (!standing.MayGoOn)
        {
            context.Response.OnStarting(() => Tell(context, standing));
            return (Problems.TooManyRequests with { RetryAfterSeconds = standing.WaitSeconds }).WriteAsync(context);
        }

        // Only now is it known whether a caller was found.
        context.Response.OnStarting(state => CountAsync((HttpContext)state), context);
        return next(context);
    }

    // A fault of ours says nothing about the token.
    private Task CountAsync(HttpContext context) => context.Features.Get<Caller>() is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
        ? Task.CompletedTask
        : Tell(context, limiter.Fail(context.Connection.RemoteIpAddress));

    private Task Tell(HttpContext context, Standing standing)
    {
        RateLimitFields.Write(context.Response.Headers, standing, limiter.Most);
        return Task.CompletedTask;
    }
}
