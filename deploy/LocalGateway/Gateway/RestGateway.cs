using Vts.LocalGateway.Functions;
using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway.Gateway;

/// <summary>API Gateway's way from a request to a function and back.</summary>
internal sealed class RestGateway(
    RestApi api, IReadOnlyDictionary<string, FunctionPool> functions, IPayload payload, StageThrottle? throttle, GatewayLog log, TimeProvider time)
{
    private const int MaxBodyBytes = 10 * 1024 * 1024;
    private const int MaxHeadBytes = 10_240;

    private readonly Routes _routes = new(api.Methods);
    private readonly AnswerWriter _writer = new(api);

    public async Task AnswerAsync(HttpContext context)
    {
        var request = new GatewayRequest(context, time);
        var route = _routes.Find(request.Method, request.Path);
        try
        {
            await AnswerAsync(request, route?.Method, route?.Parameters);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }

        log.Write("gateway", $"{context.Response.StatusCode} {request.Method} {route?.Method.Resource ?? "-"} {request.Id}");
    }

    private async Task AnswerAsync(GatewayRequest request, RestMethod? method, IReadOnlyDictionary<string, string>? parameters)
    {
        if (request.HeadBytes > MaxHeadBytes)
        {
            await FailAsync(request, GatewayFault.HeadTooLarge, method);
        }
        else if (method is null)
        {
            await FailAsync(request, GatewayFault.NoSuchRoute, method);
        }
        else if (throttle?.TryTake() is false)
        {
            await FailAsync(request, GatewayFault.Throttled, method);
        }
        else if (request.Context.Request.ContentLength > MaxBodyBytes
            || await BoundedBody.ReadAsync(request.Context.Request, MaxBodyBytes, request.Context.RequestAborted) is not { } body)
        {
            await FailAsync(request, GatewayFault.BodyTooLarge, method);
        }
        else if (method.Mock is { } mock)
        {
            var (response, fault) = AnswerWriter.Choose(mock, request);
            await (response is null ? FailAsync(request, fault!, method) : AnswerWriter.WriteAsync(request, response, method.Resource));
        }
        else
        {
            await CallAsync(request, method, parameters!, body);
        }
    }

    private async Task CallAsync(GatewayRequest request, RestMethod method, IReadOnlyDictionary<string, string> parameters, ReadOnlyMemory<byte> body)
    {
        var invocation = Invocation.Of(payload.Event(request, method, parameters, body), request.TraceRoot);
        using var limit = new CancellationTokenSource(method.Timeout, time);
        InvocationResult result;
        try
        {
            // A caller who goes away ends nothing: the function's call goes on, as it does in Lambda.
            result = await functions[method.AliasId!].InvokeAsync(invocation, limit.Token);
        }
        catch (OperationCanceledException)
        {
            await FailAsync(request, GatewayFault.IntegrationTimeout, method);
            return;
        }

        var answer = result.ErrorType is null ? payload.Answer(result.Payload, request) : null;
        await (answer is null ? FailAsync(request, GatewayFault.IntegrationFailure, method) : AnswerWriter.WriteAsync(request, answer));
    }

    private Task FailAsync(GatewayRequest request, GatewayFault fault, RestMethod? method)
    {
        log.Write("gateway", $"{fault.Type} {fault.Message} {request.Id}");
        return _writer.WriteAsync(request, fault, method?.Resource ?? "");
    }
}
