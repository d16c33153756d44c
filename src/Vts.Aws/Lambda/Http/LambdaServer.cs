using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Lambda.Telemetry;
using Vts.Callers;
using Vts.Requests;

namespace Vts.Aws.Lambda.Http;

/// <summary>Drives ASP.NET Core's pipeline with the requests that a gateway hands to the function.</summary>
internal sealed class LambdaServer : IServer, IInvocationHandler
{
    private Func<IFeatureCollection, AnswerFeature, Task<ReadOnlyMemory<byte>>>? _process;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = (features, answer) => ProcessAsync(application, features, answer);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<Outcome> HandleAsync(Invocation invocation, CancellationToken deadline)
    {
        var gateway = GatewayEvent.Read(invocation.Event.Span);
        var request = GatewayRequest.Of(gateway);
        if (XRayTrace.ToTraceParent(invocation.Trace) is { } parent)
        {
            request.Headers.TraceParent = parent;
        }

        var answer = new AnswerFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(answer.Body);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = deadline });
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = invocation.RequestId });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = Sender(gateway) });
        features.Set(new RequestDeadline(deadline));

        var body = await _process!(features, answer);
        return new Outcome(
            GatewayAnswer.Write(answer.StatusCode, answer.Headers, body.Span, gateway.IsVersionTwo),
            answer.StatusCode,
            Operation(features),
            features.Get<Caller>()?.Name,
            features.Get<IHttpRequestIdentifierFeature>()?.TraceIdentifier);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static async Task<ReadOnlyMemory<byte>> ProcessAsync<TContext>(
        IHttpApplication<TContext> application, IFeatureCollection features, AnswerFeature answer)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);

            // While the context lives: what was registered for the answer's start reads it.
            var body = await answer.CompleteAsync();
            application.DisposeContext(context, exception: null);
            return body;
        }
        catch (Exception fault)
        {
            application.DisposeContext(context, fault);
            throw;
        }
    }

    private static IPAddress? Sender(GatewayEvent gateway) =>
        IPAddress.TryParse(gateway.RequestContext?.Identity?.SourceIp ?? gateway.RequestContext?.Http?.SourceIp, out var address) ? address : null;

    // A request that failed has lost its endpoint on the way to its answer.
    private static string? Operation(FeatureCollection features) =>
        (features.Get<IExceptionHandlerFeature>()?.Endpoint ?? features.Get<IEndpointFeature>()?.Endpoint)?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
}
