using Extend;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Vts.Callers;
using Vts.Errors;

namespace Vts.Audit;

/// <summary>
/// Records each answered request, however it ended. It stands around all that can answer, so that what was refused is recorded too.
/// Paths that ask for no caller, such as health, are left out: they show nothing of anybody's.
/// </summary>
internal sealed class AuditRecord(RequestDelegate next, ILoggerFactory loggers, Refusals refusals, TimeProvider time)
{
    private readonly ILogger _log = loggers.CreateLogger(AuditLog.Category);

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        finally
        {
            var endpoint = Endpoint(context);
            if (endpoint is not RouteEndpoint || CallerNeed.IsOf(endpoint))
            {
                Record(context, endpoint);
            }
        }
    }

    private void Record(HttpContext context, Endpoint? endpoint)
    {
        var (caller, address, status) = (context.Features.Get<Caller>(), context.Connection.RemoteIpAddress, context.Response.StatusCode);

        // A failed authentication is always told: the limit on addresses keeps them few.
        var isRefusal = status is StatusCodes.Status429TooManyRequests || (caller is null && !FailedAuthentication(status));
        if (isRefusal && refusals.Leaves(caller, address))
        {
            return;
        }

        var disclosed = status < StatusCodes.Status400BadRequest ? context.Features.Get<Disclosure>() : null;
        var refused = caller is null && FailedAuthentication(status) ? context.Features.Get<RefusedCredential>() : null;
        AuditLog.Write(_log, new AuditEvent(time.GetUtcNow(), context.TraceIdentifier, (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString(), status)
        {
            Caller = caller?.Name ?? refused?.Caller,
            KeyId = caller?.KeyId ?? refused?.KeyId,
            Operation = endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
            Cards = Cards(context),
            Rows = disclosed?.Rows,
            AgeSeconds = disclosed is null ? null : (long)Math.Max(0, disclosed.Age.TotalSeconds),
            Code = status < StatusCodes.Status400BadRequest ? null : context.Features.Get<Problem>()?.Code,
            Refused = refused?.Reason,
            AlsoRefused = refusals.Take(caller, address),
        });
    }

    private static bool FailedAuthentication(int status) => status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;

    // A request that failed has lost its endpoint on the way to its answer.
    private static Endpoint? Endpoint(HttpContext context) => context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    // Anything else might be a key that was pasted into the wrong place.
    private static string[]? Cards(HttpContext context) =>
        (context.GetEndpoint() is null ? context.Features.Get<IExceptionHandlerFeature>()?.RouteValues : context.Request.RouteValues)?.TryGetValue("cardId", out var id) == true
            ? [id is string text && ExtendId.IsVirtualCard(text) ? text : "malformed"]
            : null;
}
