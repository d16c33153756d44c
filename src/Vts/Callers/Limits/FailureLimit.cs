using Microsoft.AspNetCore.Http;
using Vts.Errors;

namespace Vts.Callers.Limits;

/// <summary>
/// Refuses an address that has had its share of authentications that fail before another token is looked at, so that guessing costs
/// the guesser and not this service.
/// </summary>
internal sealed class FailureLimit(RequestDelegate next, AddressLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!CallerNeed.IsOf(context.GetEndpoint()))
        {
            return next(context);
        }

        var standing = limiter.Look(context.Connection.RemoteIpAddress);
        if (standing.MayGoOn)
        {
            return next(context);
        }

        RateLimitFields.Write(context.Response.Headers, standing, limiter.Most);
        return (Problems.TooManyRequests with { RetryAfterSeconds = standing.WaitSeconds }).WriteAsync(context);
    }
}
