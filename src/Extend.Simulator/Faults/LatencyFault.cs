using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>Answers late.</summary>
internal sealed class LatencyFault(TimeSpan latency) : Fault
{
    public override async ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        await Task.Delay(latency, call.Simulation.Clock, cancellationToken);
        return await next();
    }
}
