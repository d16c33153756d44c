using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vts.Audit;
using Vts.Callers.Rules;
using Vts.Errors;
using Vts.Freshness;
using Vts.Transactions;
using Vts.Transactions.Streams;

namespace Vts.Forms;

/// <summary>
/// A list that is sent while it is read, as NDJSON or CSV. It has no tag, as its bytes are known only when they are gone; a last row
/// counts the rows, and an answer without it was cut. A fault before the first row is a problem as always; after it the connection ends.
/// </summary>
/// <param name="stream">The rows, each as soon as it is there.</param>
/// <param name="members">The table of their members.</param>
/// <param name="fields">Which of them the caller may see.</param>
/// <param name="presentation">How they are written.</param>
/// <param name="coverage">Which cards were answered for; null where there is only one.</param>
internal sealed partial class RowStreamAnswer(
    RowStream stream, IReadOnlyList<Member<Transaction>> members, FieldRule fields, Presentation presentation, Coverage? coverage) : IResult
{
    // What is written goes out at the latest when it is this much: about what a connection takes at once.
    private const int MostUnsent = 32 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var cancellationToken = httpContext.RequestAborted;
        VintageHeaders.Write(httpContext.Response.Headers, stream.Vintage);
        httpContext.Response.ContentType = presentation.Form.MediaType();
        ListHeaders.Write(httpContext.Response.Headers, coverage, isKnown: false);
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        var enumerator = stream.Rows.GetAsyncEnumerator(cancellationToken);
        await using (enumerator.ConfigureAwait(true))
        {
            // Until the first row is there, a problem can still be the answer.
            var isThere = await enumerator.MoveNextAsync();
            try
            {
                // From here on nothing that is written can be taken back, where a host sends as it goes.
                await httpContext.Response.StartAsync(cancellationToken);
                await SendAsync(httpContext, enumerator, isThere);
            }
            catch (Exception fault) when (httpContext.Response.HasStarted && !cancellationToken.IsCancellationRequested)
            {
                LogCut(httpContext.RequestServices.GetRequiredService<ILogger<FaultHandler>>(), fault, httpContext.TraceIdentifier);
                httpContext.Abort();
            }
        }
    }

    private async Task SendAsync(HttpContext context, IAsyncEnumerator<Transaction> enumerator, bool isThere)
    {
        var output = context.Response.BodyWriter;
        using var writer = RowWriter<Transaction>.Of(presentation.Form, presentation.Choose(members, fields), presentation.ByteOrderMark);
        writer.Begin(output);
        var count = 0;
        try
        {
            while (isThere)
            {
                writer.Row(output, enumerator.Current);
                count++;
                var next = enumerator.MoveNextAsync();
                isThere = next.IsCompleted && output.UnflushedBytes < MostUnsent ? await next : await FlushWhileAsync(next.AsTask(), context);
            }

            foreach (var (cardId, code) in coverage?.Failed ?? [])
            {
                writer.Missing(output, cardId, code);
            }

            writer.End(output, count);
            await output.FlushAsync(context.RequestAborted);
        }
        finally
        {
            // Who leaves half way has seen what had come.
            if (context.Response.HasStarted || !isThere)
            {
                context.Features.Set(new Disclosure(count, stream.Vintage.Age));
            }
        }
    }

    private static async Task<bool> FlushWhileAsync(Task<bool> next, HttpContext context)
    {
        try
        {
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            // Whoever leaves must not leave a read behind that nobody waits for.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await next;
    }

    [LoggerMessage(3, LogLevel.Warning, "Request {RequestId} was cut after its answer had begun")]
    private static partial void LogCut(ILogger log, Exception exception, string requestId);
}
