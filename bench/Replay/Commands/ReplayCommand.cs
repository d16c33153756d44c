using System.CommandLine;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Differences;
using Vts.Bench.Replay.Recordings;
using Vts.Bench.Replay.Redaction;
using Vts.Bench.Replay.Reports;

namespace Vts.Bench.Replay.Commands;

/// <summary><c>vts-replay replay</c>: asks another build what was recorded.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> Input = new("recording") { Description = "What record wrote" };
    private static readonly Argument<string> Address = new("address") { Description = "Who is asked: https://…, or lambda:DEPLOYMENT:ALIAS" };

    public static Command Create()
    {
        var command = new Command("replay", "Ask a build what was recorded, and tell where it answers differently")
        {
            Input, Address, CommonOptions.TokenFile, CommonOptions.KeyFile, CommonOptions.Declared, CommonOptions.Concurrency, CommonOptions.Patience,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => ReplayCommandLine.TellAsync(() => RunAsync(parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var recording = Recording.Read(parsed.GetValue(Input)!);
        var hash = parsed.Hash();
        if (recording.IsHashed != hash is not null)
        {
            throw new ReplayException(recording.IsHashed ? "The recording is hashed by a key: give it with --key-file." : "The recording is not hashed: leave --key-file out.");
        }

        var declaration = parsed.Declaration();
        var (redactor, differences) = (new Redactor(declaration, hash), new AnswerDifferences(declaration));
        var asker = await parsed.AskerAsync(parsed.GetValue(Address)!, hash, cancellationToken);
        var outcomes = await Many.AskAsync(recording.Requests, parsed.GetValue(CommonOptions.Concurrency), AskAsync, cancellationToken);
        return ReplayCommandLine.Print(outcomes, parsed.GetValue(CommonOptions.Json));

        async Task<Outcome> AskAsync(RecordedRequest recorded, int at, CancellationToken stop)
        {
            if (!asker.Takes(recorded.Request))
            {
                return new Outcome(recorded.Request, Verdict.NotAsked, []);
            }

            var answers = await asker.AskAsync(recorded.Request, isFresh: false, stop);
            var found = differences.Of(recorded.Answers, [.. answers.Select(redactor.Redact)]);
            return new Outcome(recorded.Request, found.Count == 0 ? Verdict.Same : Verdict.Different, found);
        }
    }
}
