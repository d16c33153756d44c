using System.CommandLine;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Redaction;
using Vts.Bench.Replay.Requests;
using Vts.Bench.Replay.Targets;

namespace Vts.Bench.Replay.Commands;

/// <summary>The options that commands share.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> TokenFile = new("--token-file")
    {
        Description = "The caller's token: a file of mode 0600. Default: the environment variable VTS_TOKEN",
        HelpName = "file",
    };

    public static readonly Option<string?> Requests = new("--requests")
    {
        Description = "What to ask, a request a line. Default: bench/Replay/requests.txt, which covers the contract",
        HelpName = "file",
    };

    public static readonly Option<string?> Audit = new("--audit")
    {
        Description = "Ask what was really asked, by the server's audit record, instead of --requests",
        HelpName = "file",
    };

    public static readonly Option<string?> KeyFile = new("--key-file")
    {
        Description = "A key of 16 characters or more, in a file of mode 0600: ids and redacted members are hashed by it",
        HelpName = "file",
    };

    public static readonly Option<string?> Declared = new("--declaration")
    {
        Description = "Which members are volatile, and which are redacted. Default: bench/Replay/declaration.json",
        HelpName = "file",
    };

    public static readonly Option<int> Concurrency = Bounded("--concurrency", "Requests under way at once, 1 to 16", 2, 1, 16);

    public static readonly Option<int> Patience = Bounded("--timeout", "Seconds an answer may take, 1 to 600", 35, 1, 600);

    public static readonly Option<bool> Json = new("--json") { Description = "Print what differs as a JSON object" };

    public static string? Token(this ParseResult parsed) =>
        parsed.GetValue(TokenFile) is { } file ? PrivateFile.Read(file)
        : Environment.GetEnvironmentVariable("VTS_TOKEN") is { Length: > 0 } token ? token
        : null;

    public static Declaration Declaration(this ParseResult parsed) => Redaction.Declaration.Read(parsed.GetValue(Declared));

    public static IdHash? Hash(this ParseResult parsed) => parsed.GetValue(KeyFile) is { } file ? new IdHash(PrivateFile.Read(file)) : null;

    public static IReadOnlyList<Request> Asked(this ParseResult parsed) => RequestSource.Read(parsed.GetValue(Requests), parsed.GetValue(Audit));

    public static ITarget Target(this ParseResult parsed, string address) =>
        Targets.Target.Parse(address, parsed.Token(), TimeSpan.FromSeconds(parsed.GetValue(Patience)));

    public static async Task<Asker> AskerAsync(this ParseResult parsed, string address, IdHash? hash, CancellationToken cancellationToken)
    {
        var target = parsed.Target(address);
        return new Asker(target, await StandIns.AskAsync(target, hash, cancellationToken), TimeProvider.System);
    }

    public static Option<int> Bounded(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < least || number > most))
            {
                result.AddError($"{name} is {least} to {most}.");
            }
        });
        return option;
    }
}
