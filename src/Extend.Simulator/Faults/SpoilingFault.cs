using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>Lets the request be answered and spoils the answer on its way out.</summary>
internal sealed class SpoilingFault(Action<Answer> spoil) : Fault
{
    public override async ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        var answer = await next();
        spoil(answer);
        return answer;
    }
}
