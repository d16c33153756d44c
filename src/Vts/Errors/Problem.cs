using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Vts.Errors;

/// <summary>One row of the table of problems: what a caller is told, and what to do about it (RFC 9457).</summary>
/// <param name="Code">Stable name for programs; also the last part of <c>type</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is, the same for every occurrence.</param>
/// <param name="Detail">What to do about it. Never holds anything of Extend's answer or of a credential.</param>
public sealed record Problem(string Code, int Status, string Title, string Detail)
{
    /// <summary>Names the kind of problem, as RFC 9457 asks.</summary>
    public string Type => $"urn:vts:problem:{Code}";

    /// <summary>How long to wait before another try, in whole seconds; null where waiting does not help.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Answers the request with this problem.</summary>
    public Task WriteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = Status;
        context.Features.Set(this);
        if (RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var body = new ProblemBody(Type, Title, Status, Detail, Code, context.TraceIdentifier);
        return context.Response.WriteAsJsonAsync(body, ProblemJson.Readable.ProblemBody, "application/problem+json", context.RequestAborted);
    }
}
