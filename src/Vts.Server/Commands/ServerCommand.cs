using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Vts.Server.Hosting;

namespace Vts.Server.Commands;

/// <summary>The command line of <c>vts-server</c>: without a subcommand it serves.</summary>
internal static partial class ServerCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons. Default: http://localhost:5080",
        HelpName = "addresses",
    };

    private static readonly Option<string?> Log = new("--log")
    {
        Description = "How to write logs to standard output: plain (default) or json",
        HelpName = "form",
    };

    /// <summary>The command with its options.</summary>
    public static RootCommand Create()
    {
        Log.AcceptOnlyFromAmong("plain", "json");
        var root = new RootCommand(
            """
            VTS reads virtual cards and their transactions from Extend, for callers who must not hold the Extend login.

            With no Extend account configured it starts a simulator of Extend beside itself and knows the token 'demo'.
            Settings come from environment variables (Extend__Accounts__main__ApiKey) or, where they are no secrets, from
            the command line (--Extend:Concurrency=4). The README lists them.
            """)
        {
            Urls, Log,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.Validators.Add(RefuseUnknown);
        root.SetAction((parsed, cancellationToken) => StartGuard.RunAsync(() => VtsServer.RunAsync(Settings(parsed), cancellationToken)));
        return root;
    }

    private static string[] Settings(ParseResult parsed) =>
    [
        .. parsed.UnmatchedTokens,
        .. parsed.GetValue(Urls) is { } urls ? [$"--urls={urls}"] : Array.Empty<string>(),
        .. parsed.GetValue(Log) is { } form ? [$"--Logging:Console:FormatterName={(form == "json" ? "json" : "simple")}"] : Array.Empty<string>(),
    ];

    private static void RefuseUnknown(CommandResult result)
    {
        foreach (var token in result.UnmatchedTokens.Where(token => !Setting().IsMatch(token)))
        {
            result.AddError($"'{token.Split('=')[0]}' is neither an option nor a setting of the form --Section:Key=value; see --help.");
        }
    }

    [GeneratedRegex("^--[A-Za-z][A-Za-z0-9]*(:[A-Za-z0-9_-]+)+=", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
