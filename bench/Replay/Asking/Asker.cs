using System.Globalization;
using Vts.Bench.Replay.Requests;
using Vts.Bench.Replay.Targets;

namespace Vts.Bench.Replay.Asking;

/// <summary>Asks one build: a request, the pages its answer leads to, or the same again with the answer's tag.</summary>
internal sealed class Asker(ITarget target, StandIns standIns, TimeProvider time)
{
    private const int MostPages = 5;
    private const int MostWaits = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public string Name => target.Name;

    /// <summary>Whether the build can be asked this.</summary>
    public bool Takes(Request request) => target.Takes(request, standIns.Resolve(request.Target));

    /// <summary>All answers, in order.</summary>
    /// <param name="request">What to ask.</param>
    /// <param name="isFresh">Whether to ask for what is at Extend now, not for what is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Answer>> AskAsync(Request request, bool isFresh, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => standIns.Resolve(header.Value), StringComparer.OrdinalIgnoreCase);
        if (isFresh)
        {
            headers.TryAdd("Cache-Control", "no-cache");
        }

        var asked = standIns.Resolve(request.Target);
        List<Answer> answers = [await AskPatientlyAsync(request, asked, headers, cancellationToken)];
        if (request.IsRepeated && answers[0].Header("ETag") is { } tag)
        {
            headers["If-None-Match"] = tag;
            answers.Add(await AskPatientlyAsync(request, asked, headers, cancellationToken));
        }

        while (request.Follows && answers.Count < MostPages && NextPage.Of(answers[^1], asked) is { } next)
        {
            answers.Add(await AskPatientlyAsync(request, next, headers, cancellationToken));
        }

        return answers;
    }

    // The caller's limits are the service's right; what they say is waited for, not compared.
    private async Task<Answer> AskPatientlyAsync(
        Request request, string asked, Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var answer = await target.AskAsync(request, asked, headers, cancellationToken);
            if (answer.Status != 429 || waits == MostWaits
                || !int.TryParse(answer.Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                || TimeSpan.FromSeconds(seconds) > LongestWait)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
        }
    }
}
