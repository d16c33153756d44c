using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Functions;

/// <summary>The Lambda Runtime API of one process, on a port of its own: HTTP over <see cref="RuntimeStates"/>.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    /// <summary>What Lambda takes as an answer: 6 MiB, and a little for what it wraps around it.</summary>
    public const int MaxAnswerBytes = (6 * 1024 * 1024) + 100;

    private const string Root = "/2018-06-01/runtime/";

    private readonly RuntimeStates _states;
    private readonly FunctionDefinition _function;
    private readonly TimeProvider _time;
    private WebApplication? _application;

    private RuntimeApi(RuntimeStates states, FunctionDefinition function, TimeProvider time) => (_states, _function, _time) = (states, function, time);

    /// <summary>Host and port, as in <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Authority => new Uri(_application!.Urls.First()).Authority;

    public static async Task<RuntimeApi> StartAsync(RuntimeStates states, FunctionDefinition function, TimeProvider time, CancellationToken cancellationToken)
    {
        var api = new RuntimeApi(states, function, time);
        api._application = await Loopback.StartAsync(api.AnswerAsync, kestrel => kestrel.Limits.MaxRequestBodySize = null, cancellationToken);
        return api;
    }

    public ValueTask DisposeAsync() => _application is null ? ValueTask.CompletedTask : Loopback.StopAsync(_application);

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context),
            ("POST", ["invocation", var id, "response"]) => ResponseAsync(context, id),
            ("POST", ["invocation", var id, "error"]) => ErrorAsync(context, id),
            ("POST", ["init", "error"]) => InitErrorAsync(context),
            _ => RefuseAsync(context, 404, "UnknownApi", $"No such call: {context.Request.Method} {path}"),
        };
    }

    private async Task NextAsync(HttpContext context)
    {
        if (!_states.TryWait())
        {
            await RefuseStateAsync(context);
            return;
        }

        Invocation invocation;
        try
        {
            invocation = await _states.NextAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            _states.LeaveWait();
            return;
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = $"{(_time.GetUtcNow() + _function.Timeout).ToUnixTimeMilliseconds()}";
        headers["Lambda-Runtime-Invoked-Function-Arn"] = _function.Arn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        headers.ContentType = "application/json";
        headers.ContentLength = invocation.Event.Length;
        await context.Response.Body.WriteAsync(invocation.Event, context.RequestAborted);
    }

    private async Task ResponseAsync(HttpContext context, string id)
    {
        if (context.Request.Headers["Lambda-Runtime-Function-Response-Mode"].Count > 0)
        {
            await RefuseAsync(context, 400, "InvalidFunctionResponseMode", "This function is not called for a stream");
            return;
        }

        var body = await BoundedBody.ReadAsync(context.Request, MaxAnswerBytes, context.RequestAborted);
        var isTaken = body is { } payload
            ? _states.TryAnswer(id, payload)
            : _states.TryFail(id, FunctionFault.Of("Function.ResponseSizeTooLarge", $"Response payload size exceeded maximum allowed payload size ({MaxAnswerBytes} bytes)."));
        await ((isTaken, body) switch
        {
            (false, _) => RefuseIdAsync(context),
            (true, null) => RefuseAsync(context, 413, "RequestEntityTooLarge", $"Exceeded maximum allowed payload size ({MaxAnswerBytes} bytes)."),
            _ => AcceptAsync(context),
        });
    }

    private async Task ErrorAsync(HttpContext context, string id)
    {
        var fault = await ReadFaultAsync(context);
        await (_states.TryFail(id, fault) ? AcceptAsync(context) : RefuseIdAsync(context));
    }

    private async Task InitErrorAsync(HttpContext context)
    {
        var fault = await ReadFaultAsync(context);
        await (_states.TryFailInit(fault) ? AcceptAsync(context) : RefuseStateAsync(context));
    }

    private static async Task<FunctionFault> ReadFaultAsync(HttpContext context)
    {
        var type = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        var body = await BoundedBody.ReadAsync(context.Request, MaxAnswerBytes, context.RequestAborted);
        return new FunctionFault(type.Length > 0 ? type : "Runtime.UnknownReason", body ?? Encoding.UTF8.GetBytes("{}"));
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = 202;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["status"] = "OK" }, context.RequestAborted);
    }

    private static Task RefuseIdAsync(HttpContext context) => RefuseAsync(context, 400, "InvalidRequestID", "Invalid request ID");

    private Task RefuseStateAsync(HttpContext context) =>
        RefuseAsync(context, (int)HttpStatusCode.Forbidden, "InvalidStateTransition", $"State transition from {_states.Current} failed for runtime. Error: State transition is not allowed");

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["errorMessage"] = message, ["errorType"] = type }, context.RequestAborted);
    }
}
