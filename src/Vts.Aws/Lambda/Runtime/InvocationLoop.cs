using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Telemetry;

namespace Vts.Aws.Lambda.Runtime;

/// <summary>
/// Takes calls and answers them, one after the other, until Lambda ends the process. A fault of an event or of the handler ends
/// that call only.
/// </summary>
internal sealed partial class InvocationLoop(RuntimeApi api, IInvocationHandler handler, InvocationRecord record, TimeProvider time, ILogger<InvocationLoop> log)
{
    private static readonly TimeSpan LeastMargin = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MostMargin = TimeSpan.FromSeconds(1);

    /// <summary>Runs as many loops side by side as the process may have calls under way.</summary>
    /// <exception cref="RuntimeApiException">Lambda gives this process no more calls.</exception>
    public Task RunAsync(int concurrency, CancellationToken cancellationToken) =>
        concurrency is 1 ? RunAsync(cancellationToken) : Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => RunAsync(cancellationToken)));

    /// <summary>Handles one call, from taking it to leaving its answer.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var invocation = await api.NextAsync(cancellationToken);
        var begun = record.Begin(invocation);
        var outcome = await HandleAsync(invocation, cancellationToken);
        record.End(invocation, begun, outcome.Done);
        await (outcome.Done is { } done
            ? api.RespondAsync(invocation.RequestId, done.Answer, cancellationToken)
            : api.FailAsync(invocation.RequestId, FunctionError.Of(outcome.Fault!), cancellationToken));
    }

    private async Task<(Outcome? Done, Exception? Fault)> HandleAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(TimeLeft(invocation), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            return (await handler.HandleAsync(invocation, either.Token), null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(log, fault);
            return (null, fault);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await RunOnceAsync(cancellationToken);
        }
    }

    // What is left for the work: Lambda must not end the process before the answer is with it.
    private TimeSpan TimeLeft(Invocation invocation)
    {
        if (invocation.Deadline == DateTimeOffset.MaxValue)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var left = invocation.Deadline - time.GetUtcNow();
        var margin = left / 10;
        left -= margin < LeastMargin ? LeastMargin : margin > MostMargin ? MostMargin : margin;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    [LoggerMessage(1, LogLevel.Error, "The call failed")]
    private static partial void LogFailed(ILogger log, Exception fault);
}
