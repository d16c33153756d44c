using Extend.Simulator.Doors;
using Extend.Simulator.Faults;

namespace Extend.Simulator.Http;

/// <summary>The line that every request to Extend's own paths walks: door, fault, version, rate limit, operation, record.</summary>
internal sealed class Exchange(Simulation simulation)
{
    private const int LongestBody = 64 * 1024;

    public RequestDelegate To(Resource resource) => http => HandleAsync(http, resource);

    private async Task HandleAsync(HttpContext http, Resource resource)
    {
        try
        {
            using var answer = await AnswerAsync(http, resource);
            await answer.SendAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is no one to answer.
        }
    }

    /// <summary>
    /// Makes and records the answer. The request is under way until then, not until all is sent: else a client that asks
    /// for the next thing as soon as it has read this one would seem to ask for two at once.
    /// </summary>
    private async Task<Answer> AnswerAsync(HttpContext http, Resource resource)
    {
        var at = simulation.Clock.GetUtcNow();
        simulation.Requests.Begin();
        try
        {
            var body = await ReadAsync(http.Request);
            var call = body is { } bytes ? new Call(http.Request, simulation, bytes) : null;

            // Known from the first, so that the log tells who asked whatever the answer is.
            call?.Caller = resource.IsOpen ? null : Authentication.Identify(call);
            var answer = call is null
                ? Answer.Error(StatusCodes.Status413PayloadTooLarge, "Request is too large")
                : await FaultLine.AnswerAsync(call, () => Decide(call, resource), http.RequestAborted);
            simulation.Requests.Add(RequestRecord.Of(at, http.Request, call?.Caller, answer.Status));
            return answer;
        }
        finally
        {
            simulation.Requests.End();
        }
    }

    private static Answer Decide(Call call, Resource resource)
    {
        try
        {
            if (resource.Operation(call.Request.Method) is not { } operation)
            {
                return resource.Refuse(call.Request.Method);
            }

            if (!ApiVersion.IsAccepted(call.Request, call.Switches))
            {
                return Answer.Error(StatusCodes.Status406NotAcceptable, "Invalid API version");
            }

            if (resource.IsOpen)
            {
                return operation(call);
            }

            return call.Caller is null
                ? Answer.Error(StatusCodes.Status401Unauthorized, "Unauthorized")
                : call.Simulation.RateLimit.Answer(call, operation);
        }
        catch (RefusedException fault)
        {
            return fault.ToAnswer();
        }
    }

    /// <summary>The body, or null when it is longer than anything Extend takes.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (bytes.Length + read > LongestBody)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
