using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Answers late, by always the same time or by one that varies.</summary>
internal sealed class Latency(TimeSpan time, TimeSpan jitter, Random random) : Fault
{
    private const int MostMilliseconds = 600_000;

    public static FaultKind Kind { get; } = new(
        "latency", "answers late, by up to jitter more", ["milliseconds", "jitter"],
        parameters => new Latency(
            TimeSpan.FromMilliseconds(parameters.Whole("milliseconds", 1_000, 0, MostMilliseconds)),
            TimeSpan.FromMilliseconds(parameters.Whole("jitter", 0, 0, MostMilliseconds)),
            new Random(0)));

    public override async ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        await Task.Delay(time + Variation(), call.Simulation.Clock, cancellationToken);
        return await next();
    }

    private TimeSpan Variation()
    {
        // Seeded, so that the same requests in the same order are as late in every run.
        lock (random)
        {
            return jitter * random.NextDouble();
        }
    }
}
