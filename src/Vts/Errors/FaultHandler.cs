using Extend;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Callers.Rules;
using Vts.Queries;

namespace Vts.Errors;

/// <summary>The one place where a fault becomes an answer.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is ScopeMissingException missing)
        {
            // RFC 6750, 3.1. Not a fault of anyone's: the answer says it all.
            httpContext.Response.Headers.WWWAuthenticate =
                $"Bearer realm=\"vts\", error=\"insufficient_scope\", scope=\"{string.Join(' ', ScopeNames.Of(missing.Scope))}\"";
            await Problems.ScopeMissing.WriteAsync(httpContext);
            return true;
        }

        if (exception is IssuerUnavailableException)
        {
            // Logged once, when the issuer went away, and not for each who asks.
            await Problems.IssuerUnavailable.WriteAsync(httpContext);
            return true;
        }

        if (exception is InvalidQueryException invalid)
        {
            await invalid.Problem.WriteAsync(httpContext);
            return true;
        }

        var problem = exception switch
        {
            ExtendException failure => ExtendProblems.Of(failure),
            CardsUnansweredException several => several.Problem,
            KeyStoreException => Problems.KeysUnavailable,
            AnswerTooLargeException => Problems.AnswerTooLarge,
            _ => Problems.InternalError,
        };
        if (problem == Problems.InternalError)
        {
            LogFault(log, exception, httpContext.TraceIdentifier);
        }
        else
        {
            LogExtend(log, problem.Code, exception.Message, httpContext.TraceIdentifier);
        }

        await problem.WriteAsync(httpContext);
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} met a fault of this service")]
    private static partial void LogFault(ILogger log, Exception exception, string requestId);

    [LoggerMessage(2, LogLevel.Warning, "Request {RequestId} was answered {Code}: {Fault}")]
    private static partial void LogExtend(ILogger log, string code, string fault, string requestId);
}
