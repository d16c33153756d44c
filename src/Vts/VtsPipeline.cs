using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Vts.Audit;
using Vts.Callers;
using Vts.Callers.Limits;
using Vts.Errors;
using Vts.Forms;
using Vts.Operations;
using Vts.Requests;

namespace Vts;

/// <summary>The one pipeline: a request goes through it from top to bottom, whichever host drives it.</summary>
public static class VtsPipeline
{
    /// <summary>Adds the steps from naming the request to holding its caller to the limits; the operations come after them.</summary>
    public static IApplicationBuilder UseVts(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<OneScope>();
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<AuditRecord>();
        app.UseExceptionHandler(static _ => { });
        app.UseMiddleware<StatusProblems>();
        app.UseMiddleware<Deadline>();
        app.UseMiddleware<RequestLimits>();
        app.UseMiddleware<FormSuffix>();
        app.UseRouting();
        app.UseMiddleware<FormsOnly>();
        app.UseMiddleware<ExactMethod>();
        app.UseMiddleware<Authentication>();
        app.UseMiddleware<CallerLimit>();
        app.UseMiddleware<QueryRule>();
        return app;
    }

    /// <summary>Adds one operation's route.</summary>
    public static IEndpointRouteBuilder MapOperation<TOperation>(this IEndpointRouteBuilder routes)
        where TOperation : IOperation
    {
        TOperation.Map(routes);
        return routes;
    }
}
