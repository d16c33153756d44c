using Microsoft.AspNetCore.Http;
using Vts.Callers.Limits;
using Vts.Errors;

namespace Vts.Callers;

/// <summary>
/// Names the caller of a request by the token it carries; answers 401 where it carries none that opens anything, and 403 where nothing is
/// granted to its owner, and counts that against the address. An address that has had its share of them is refused before another token is
/// looked at, so that guessing costs the guesser and not this service.
/// </summary>
internal sealed class Authentication(RequestDelegate next, Credentials credentials, AddressLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CallerNeed.IsOf(context.GetEndpoint()) ? AuthenticateAsync(context) : next(context);
    }

    private Task AuthenticateAsync(HttpContext context)
    {
        var standing = limiter.Look(context.Connection.RemoteIpAddress);
        if (!standing.MayGoOn)
        {
            RateLimitFields.Write(context.Response.Headers, standing, limiter.Most);
            return (Problems.TooManyRequests with { RetryAfterSeconds = standing.WaitSeconds }).WriteAsync(context);
        }

        var token = CallerToken.Read(context.Request.Headers);
        if (token.Value is null)
        {
            return RefuseAsync(context, new RefusedCredential(token.Reason, KeyId: null));
        }

        var judged = credentials.JudgeAsync(token.Value, context.RequestAborted);
        return judged.IsCompletedSuccessfully ? GoOnAsync(context, judged.Result) : WaitAsync();

        async Task WaitAsync() => await GoOnAsync(context, await judged);
    }

    private Task GoOnAsync(HttpContext context, (Caller? Caller, RefusedCredential? Refused) judged)
    {
        if (judged.Caller is null)
        {
            return RefuseAsync(context, judged.Refused!);
        }

        context.Features.Set(judged.Caller);
        return next(context);
    }

    private Task RefuseAsync(HttpContext context, RefusedCredential refused)
    {
        context.Features.Set(refused);
        RateLimitFields.Write(context.Response.Headers, limiter.Fail(context.Connection.RemoteIpAddress), limiter.Most);
        var problem = Problem(refused.Reason);
        context.Response.Headers.WWWAuthenticate = problem == Problems.TokenMissing ? "Bearer realm=\"vts\""
            : problem == Problems.NothingGranted ? "Bearer realm=\"vts\", error=\"insufficient_scope\""
            : "Bearer realm=\"vts\", error=\"invalid_token\"";
        return problem.WriteAsync(context);
    }

    // Whoever asks is not told whether a token ever was a key.
    private static Problem Problem(RefusalReason reason) => reason switch
    {
        RefusalReason.Missing => Problems.TokenMissing,
        RefusalReason.Ambiguous => Problems.TokenAmbiguous,
        RefusalReason.NoGrant => Problems.NothingGranted,
        _ => Problems.TokenInvalid,
    };
}
