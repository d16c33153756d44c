using Microsoft.AspNetCore.Http;

namespace Vts.Errors;

/// <summary>Gives a body to the answers that the framework leaves empty: no such path, and a wrong method.</summary>
internal sealed class StatusProblems(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answered = next(context);
        return answered.IsCompletedSuccessfully ? FillAsync(context) : WaitAsync();

        async Task WaitAsync()
        {
            await answered;
            await FillAsync(context);
        }
    }

    private static Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        return response.HasStarted || response.ContentLength is not null || !string.IsNullOrEmpty(response.ContentType) ? Task.CompletedTask
            : response.StatusCode switch
            {
                StatusCodes.Status404NotFound => Problems.RouteNotFound.WriteAsync(context),
                StatusCodes.Status405MethodNotAllowed => Problems.MethodNotAllowed.WriteAsync(context),
                _ => Task.CompletedTask,
            };
    }
}
