using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda.Telemetry;

/// <summary>Writes one line for each call: what was asked, what came of it, how long it took, and what was counted meanwhile.</summary>
internal sealed class InvocationRecord(FunctionIdentity identity, StandardOutput output, CallMetrics metrics, TimeProvider time)
{
    // Where AWS's clients look for the trace that their calls belong to; a process with several calls at once has no one answer.
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    private readonly bool _isOneAtATime = Concurrency.OfEnvironment() is 1;
    private int _calls;

    /// <summary>Marks the beginning of a call; the log names it from here on.</summary>
    public long Begin(Invocation invocation)
    {
        CurrentCall.Value = invocation;
        if (_isOneAtATime)
        {
            Environment.SetEnvironmentVariable(TraceVariable, invocation.Trace);
        }

        return time.GetTimestamp();
    }

    /// <summary>Writes the call's line; before its answer is left, because the process may be frozen after that.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="outcome">What became of it; null if the function failed.</param>
    public void End(Invocation invocation, long begun, Outcome? outcome) => output.Write(MetricsLine.Write(
        identity, invocation, time.GetUtcNow(), time.GetElapsedTime(begun), Interlocked.Increment(ref _calls) is 1, outcome, metrics.Take()));
}
