using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>
/// One way to misbehave. It stands around an answer: it may come late, take the answer's place, or spoil it.
/// </summary>
internal abstract class Fault
{
    /// <summary>Answers a request that the fault was set for; <paramref name="next"/> gives the answer without it.</summary>
    public abstract ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken);
}
