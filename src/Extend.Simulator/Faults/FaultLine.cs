using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>Sends a request through the faults set for it, the oldest outermost, and on to its answer.</summary>
internal static class FaultLine
{
    public static async ValueTask<Answer> AnswerAsync(Call call, Func<Answer> decide, CancellationToken cancellationToken)
    {
        if (call.Switches.Latency > TimeSpan.Zero)
        {
            await Task.Delay(call.Switches.Latency, call.Simulation.Clock, cancellationToken);
        }

        Func<ValueTask<Answer>> next = () => ValueTask.FromResult(decide());
        var rules = call.Simulation.Faults.Rules;
        for (var i = rules.Length - 1; i >= 0; i--)
        {
            if (rules[i].Concerns(call.Request))
            {
                var (rule, inner) = (rules[i], next);
                next = () => rule.AnswerAsync(call, inner, cancellationToken);
            }
        }

        return await next();
    }
}
