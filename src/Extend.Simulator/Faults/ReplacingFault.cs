using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>Answers something else; the request goes no further. Errors, pages, redirects.</summary>
internal sealed class ReplacingFault(Func<Call, Answer> answer) : Fault
{
    public override ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken) =>
        ValueTask.FromResult(answer(call));
}
