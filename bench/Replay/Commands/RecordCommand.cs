using System.CommandLine;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Recordings;
using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Commands;

/// <summary><c>vts-replay record</c>: asks one build, and keeps what it answered.</summary>
internal static class RecordCommand
{
    private static readonly Argument<string> Address = new("address") { Description = "Who is asked: https://…, or lambda:DEPLOYMENT:ALIAS" };
    private static readonly Argument<string> Output = new("recording") { Description = "The file to write (NDJSON, mode 0600)" };

    public static Command Create()
    {
        var command = new Command("record", "Ask a build, and keep its answers, redacted")
        {
            Address, Output, CommonOptions.TokenFile, CommonOptions.Requests, CommonOptions.Audit, CommonOptions.KeyFile, CommonOptions.Declared,
            CommonOptions.Concurrency, CommonOptions.Patience,
        };
        command.SetAction((parsed, cancellationToken) => ReplayCommandLine.TellAsync(() => RunAsync(parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var requests = parsed.Asked();
        var hash = parsed.Hash();
        var redactor = new Redactor(parsed.Declaration(), hash);
        var asker = await parsed.AskerAsync(parsed.GetValue(Address)!, hash, cancellationToken);
        var recorded = await Many.AskAsync(
            [.. requests.Where(asker.Takes)],
            parsed.GetValue(CommonOptions.Concurrency),
            async (request, _, stop) => new RecordedRequest(request, await asker.AskAsync(request, isFresh: false, stop)).Redacted(redactor),
            cancellationToken);
        var path = parsed.GetValue(Output)!;
        new Recording(hash is not null, recorded).Write(path, parsed.Token());
        Console.Out.WriteLine($"{recorded.Count} requests recorded in {path}");
        return 0;
    }
}
