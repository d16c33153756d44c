using System.CommandLine;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
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
        root.SetAction((parsed, cancellationToken) => StartGuard.RunAsync(() =>
        {
            RefuseUnknown(parsed.UnmatchedTokens);
            return VtsServer.RunAsync(Settings(parsed), cancellationToken);
        }));
        return root;
    }

    private static string[] Settings(ParseResult parsed) =>
    [
        .. parsed.UnmatchedTokens,
        .. parsed.GetValue(Urls) is { } urls ? [$"--urls={urls}"] : Array.Empty<string>(),
        .. parsed.GetValue(Log) is { } form ? [$"--Logging:Console:FormatterName={(form == "json" ? "json" : "simple")}"] : Array.Empty<string>(),
    ];

    private static void RefuseUnknown(IEnumerable<string> tokens)
    {
        string[] faults =
        [
            .. tokens.Where(token => !Setting().IsMatch(token))
                .Select(token => $"'{token.Split('=')[0]}' is neither an option nor a setting of the form --Section:Key=value; see --help"),
        ];
        if (faults.Length > 0)
        {
            throw new OptionsValidationException("arguments", typeof(string), faults);
        }
    }

    [GeneratedRegex("^--[A-Za-z][A-Za-z0-9]*(:[A-Za-z0-9_-]+)+=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
