using Vts.Bench.Replay.Differences;
using Vts.Bench.Replay.Reports;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Asking;

/// <summary>
/// Asks two builds side by side. Cards and transactions change meanwhile: where the answers differ, one build is asked again after the
/// other, for what is at Extend now. Only where its own answer stayed the same is it the builds that differ.
/// </summary>
internal sealed class Comparison(Asker first, Asker second, AnswerDifferences differences, TimeSpan settling, TimeProvider time)
{
    private const int Rounds = 3;

    /// <summary>Asks one request of both; who begins changes from one request to the next.</summary>
    public async Task<Outcome> AskAsync(Request request, bool secondBegins, CancellationToken cancellationToken)
    {
        if (!first.Takes(request) || !second.Takes(request))
        {
            return new Outcome(request, Verdict.NotAsked, []);
        }

        IReadOnlyList<Difference> found = [];
        var isSteady = false;
        for (var round = 0; round < Rounds; round++)
        {
            if (round > 0)
            {
                // Longer, all in all, than an answer is kept.
                await Task.Delay(settling, time, cancellationToken);
            }

            found = await DifferAsync(request, secondBegins, cancellationToken);
            if (found.Count == 0)
            {
                return new Outcome(request, round == 0 ? Verdict.Same : Verdict.Moved, []);
            }

            (isSteady, var fresh) = await SteadyAsync(request, secondBegins, cancellationToken);
            if (isSteady && fresh.Count > 0)
            {
                return new Outcome(request, Verdict.Different, fresh);
            }
        }

        return new Outcome(request, isSteady ? Verdict.Different : Verdict.Unsettled, found);
    }

    private async Task<IReadOnlyList<Difference>> DifferAsync(Request request, bool secondBegins, CancellationToken cancellationToken)
    {
        var (leader, follower) = secondBegins ? (second, first) : (first, second);
        var led = await leader.AskAsync(request, isFresh: false, cancellationToken);
        var followed = await follower.AskAsync(request, isFresh: false, cancellationToken);
        return secondBegins ? differences.Of(followed, led) : differences.Of(led, followed);
    }

    // The follower stands between two answers of the leader.
    private async Task<(bool IsSteady, IReadOnlyList<Difference> Found)> SteadyAsync(
        Request request, bool secondBegins, CancellationToken cancellationToken)
    {
        var (leader, follower) = secondBegins ? (second, first) : (first, second);
        var before = await leader.AskAsync(request, isFresh: true, cancellationToken);
        var between = await follower.AskAsync(request, isFresh: true, cancellationToken);
        var after = await leader.AskAsync(request, isFresh: true, cancellationToken);
        var isSteady = before[0].Status == Answer.NoAnswer || differences.Of(before, after).Count == 0;
        return (isSteady, secondBegins ? differences.Of(between, after) : differences.Of(after, between));
    }
}
