using Microsoft.AspNetCore.Http;

namespace Vts.Forms;

/// <summary>
/// Takes a form's suffix off the path before the router sees it: <c>/transactions.csv</c> is <c>/transactions</c>, asked for as CSV.
/// An operation of one form alone has no such path.
/// </summary>
internal sealed class FormSuffix(RequestDelegate next)
{
    private static readonly (string Suffix, Form Form)[] Suffixes = [(".json", Form.Json), (".ndjson", Form.NdJson), (".csv", Form.Csv)];

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path.Value!;
        foreach (var (suffix, form) in Suffixes)
        {
            if (path.EndsWith(suffix, StringComparison.Ordinal) && path.Length > suffix.Length && path[^(suffix.Length + 1)] != '/')
            {
                context.Features.Set(new AskedForm(form, context.Request.Path.ToUriComponent()));
                context.Request.Path = path[..^suffix.Length];
                break;
            }
        }

        return next(context);
    }
}
