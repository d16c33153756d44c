using System.CommandLine;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Differences;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Commands;

/// <summary><c>vts-replay compare</c>: asks two builds side by side, over data that may change meanwhile.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string> First = new("first") { Description = "What serves: https://…, or lambda:DEPLOYMENT:ALIAS" };
    private static readonly Argument<string> Second = new("second") { Description = "What is to serve, likewise" };

    private static readonly Option<int> Settling = CommonOptions.Bounded("--settle", "Seconds before a request that was answered differently is asked again, 0 to 60", 3, 0, 60);

    public static Command Create()
    {
        var command = new Command("compare", "Ask two builds side by side, and tell where they answer differently")
        {
            First, Second, CommonOptions.TokenFile, CommonOptions.Requests, CommonOptions.Audit, CommonOptions.Declared, CommonOptions.Concurrency,
            CommonOptions.Patience, Settling, CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => ReplayCommandLine.TellAsync(() => RunAsync(parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var requests = parsed.Asked();
        var differences = new AnswerDifferences(parsed.Declaration());
        var (serves, comes) = (parsed.Target(parsed.GetValue(First)!), parsed.Target(parsed.GetValue(Second)!));
        var standIns = await StandIns.AskAsync(serves, null, cancellationToken);
        await StandIns.AskAsync(comes, null, cancellationToken);
        var comparison = new Comparison(
            new Asker(serves, standIns, TimeProvider.System), new Asker(comes, standIns, TimeProvider.System), differences,
            TimeSpan.FromSeconds(parsed.GetValue(Settling)), TimeProvider.System);
        var outcomes = await Many.AskAsync(
            requests, parsed.GetValue(CommonOptions.Concurrency), (request, at, stop) => comparison.AskAsync(request, at % 2 == 1, stop), cancellationToken);
        return ReplayCommandLine.Print(outcomes, parsed.GetValue(CommonOptions.Json));
    }
}
