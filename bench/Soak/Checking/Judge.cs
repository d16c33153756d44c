using System.Collections.Concurrent;
using Vts.Bench.Soak.Faults;
using Vts.Bench.Soak.Processes;
using Vts.Bench.Soak.Requests;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking;

/// <summary>Says of every answer whether it is right, by what Extend held at the time that it tells of and by which faults were on.</summary>
internal sealed class Judge(Timeline timeline, FaultLog faults)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // What has no age may be of a call that began before the request did, and that many wait for.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    /// <summary>The last answer to a request of this kind that had a tag.</summary>
    public Remembered? Last(Ask ask) => _remembered.GetValueOrDefault(ask.Key);

    /// <summary>Whether a list that is sent while it is read may have ended early.</summary>
    public bool MayBeCut(TimeSpan from, TimeSpan to) => faults.IsNear(from, to) || timeline.HasRemoval(from - LongestCall, to);

    /// <summary>Judges what came of a request: one answer, or the pages of a list.</summary>
    /// <param name="ask">The request.</param>
    /// <param name="sent">What was remembered when it was sent, and whose tag it sent.</param>
    /// <param name="answers">The answers.</param>
    public async Task<Verdict> OfAsync(Ask ask, Remembered? sent, IReadOnlyList<Answer> answers)
    {
        await timeline.Told;
        var last = answers[^1];
        var moments = timeline.Between(answers.Min(answer => answer.Sent - (answer.Age + Second ?? LongestCall)), last.Received);
        if (last.Status >= 400)
        {
            return OfProblem(ask, last, moments);
        }

        try
        {
            return answers.Select(answer => WrongFields(ask, answer)).FirstOrDefault(wrong => wrong is not null) is { } wrong
                ? Verdict.Wrong(wrong)
                : ask.Expects.WrongIn([.. answers.SelectMany(answer => Shown(ask, sent, answer))], last, moments) is { } reason
                ? Verdict.Wrong(reason)
                : Verdict.Right;
        }
        catch (UnreadableException fault)
        {
            return Verdict.Wrong(fault.Message);
        }
    }

    private Verdict OfProblem(Ask ask, Answer answer, IReadOnlyList<Moment> moments)
    {
        if (ask.Method == HttpMethod.Head && answer.Body.Length == 0)
        {
            return answer.Status == 404 || faults.IsNear(answer.Sent, answer.Received) ? Verdict.Right : Verdict.Wrong("no fault explains it");
        }

        var (code, wrong) = Problem.Read(answer);
        return wrong is not null ? Verdict.Wrong(wrong)
            : ask.Expects.IsRight(answer.Status, code, moments) ? Verdict.Right
            : code == "too_many_requests" && (ask.Caller is null || ask.Caller == Caller.Greedy) ? Verdict.Right
            : answer.Status is 502 or 503 or 504 && faults.Explains(code, answer.Sent, answer.Received) ? Verdict.Told
            : Verdict.Wrong($"no fault explains {code}");
    }

    private IReadOnlyList<ShownRow> Shown(Ask ask, Remembered? sent, Answer answer)
    {
        if (answer.Status == 304)
        {
            return sent is not null && answer.Tag == sent.Tag ? sent.Rows : throw new UnreadableException("a 304 for a tag that was not sent");
        }

        if (ask.Expects.Rows is not { } columns)
        {
            return [];
        }

        if (answer.Tag is not { } tag || ask.FollowsLinks)
        {
            return Rows.Read(answer.MediaType, answer.Body, columns);
        }

        if (Last(ask) is { } known && known.Tag == tag)
        {
            return known.Body.AsSpan().SequenceEqual(answer.Body) ? known.Rows : throw new UnreadableException("one tag names two texts");
        }

        var rows = Rows.Read(answer.MediaType, answer.Body, columns);
        _remembered[ask.Key] = new(tag, answer.Body, answer.MediaType, rows);
        return rows;
    }

    private string? WrongFields(Ask ask, Answer answer) =>
        answer.Status is not (200 or 304) ? "no such status is documented"
        : answer.Field("x-request-id") is null ? "x-request-id is missing"
        : !ask.Expects.HasAge ? null
        : answer.Age is not { } age || answer.CacheStatus is null ? "Age or Cache-Status is missing"
        : answer.IsStale ? WrongStale(ask, answer, age)
        : answer.IsHit && age > Fresh ? "it is stale and does not say so"
        : answer.IsHit && ask.WantsNew ? "it is kept, and must not be"
        : answer.LastModified is { } modified && !IsNowLess(age, modified, answer) ? "Last-Modified is not now less its age"
        : null;

    // Both are cut to whole seconds, and are told some time between the request and the answer.
    private static bool IsNowLess(TimeSpan age, DateTimeOffset modified, Answer answer) =>
        modified + age <= answer.ReceivedAt + Second && modified + age >= answer.ReceivedAt - (answer.Received - answer.Sent) - (2 * Second);

    private string? WrongStale(Ask ask, Answer answer, TimeSpan age) =>
        !ask.AcceptsStale ? "it is stale, and must not be"
        : age > Fresh + TimeSpan.FromSeconds(61) || age > Fresh + ServerSettings.KeptStale ? "it is staler than is accepted"
        : !faults.IsNear(answer.Sent - LongestCall, answer.Received) ? "it is stale without a fault"
        : null;
}
