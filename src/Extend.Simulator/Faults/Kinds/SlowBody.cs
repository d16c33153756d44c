using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends so slowly that it is never done.</summary>
internal sealed class SlowBody(TimeSpan pause) : Fault
{
    public static FaultKind Kind { get; } = new(
        "slowBody", "sends the body byte by byte, with 100 milliseconds, or so many, before each", ["milliseconds"],
        parameters => new SlowBody(TimeSpan.FromMilliseconds(parameters.Whole("milliseconds", 100, 1, 600_000))));

    public override async ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        var answer = await next();
        answer.Pause = token => Task.Delay(pause, call.Simulation.Clock, token);
        return answer;
    }
}
