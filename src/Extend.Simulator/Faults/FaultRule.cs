using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>A fault and the requests it is meant for.</summary>
internal sealed class FaultRule(string kind, Fault fault, string path, string? method, int? whenStatus, int? times)
{
    private int _left = times ?? int.MaxValue;

    public string Kind { get; } = kind;

    /// <summary>What the path must begin with.</summary>
    public string Path { get; } = path;

    public string? Method { get; } = method;

    /// <summary>The status that the request must have had without the fault; null is any.</summary>
    public int? WhenStatus { get; } = whenStatus;

    /// <summary>How many more requests it spoils; null is all.</summary>
    public int? Left => times is null ? null : Math.Max(0, Volatile.Read(ref _left));

    public bool Concerns(HttpRequest request) =>
        (request.Path.Value ?? "/").StartsWith(Path, StringComparison.Ordinal)
        && (Method is null || Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase));

    public async ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        if (WhenStatus is null)
        {
            return TakeOne() ? await fault.AnswerAsync(call, next, cancellationToken) : await next();
        }

        var answer = await next();
        return answer.Status == WhenStatus && TakeOne()
            ? await fault.AnswerAsync(call, () => ValueTask.FromResult(answer), cancellationToken)
            : answer;
    }

    private bool TakeOne() => times is null || Interlocked.Decrement(ref _left) >= 0;
}
