using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Answers late.</summary>
internal sealed class Latency(TimeSpan time) : Fault
{
    public static FaultKind Kind { get; } = new(
        "latency", "answers late", ["milliseconds"],
        parameters => new Latency(TimeSpan.FromMilliseconds(parameters.Whole("milliseconds", 1_000, 0, 600_000))));

    public override async ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        await Task.Delay(time, call.Simulation.Clock, cancellationToken);
        return await next();
    }
}
