using System.CommandLine;
using System.Text.RegularExpressions;
using Vts.Server.Commands.Keys;
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

    // The command line's own is 2 s, after which it ends the process with requests under way. The host ends by itself within 30 s.
    private static readonly TimeSpan LongerThanTheHostTakes = TimeSpan.FromMinutes(1);

    /// <summary>Does what the arguments say; the process's exit code.</summary>
    public static Task<int> InvokeAsync(string[] args)
    {
        // Settings have names of their own making, so they are set aside; all else must be an option that exists.
        string[] settings = [.. args.Where(argument => Setting().IsMatch(argument))];
        return Create(settings).Parse([.. args.Where(argument => !Setting().IsMatch(argument))])
            .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongerThanTheHostTakes });
    }

    private static RootCommand Create(string[] settings)
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
            Urls, Log, GuardCommand.Create(settings), KeysCommand.Create(settings), AuditCommand.Create(settings),
        };
        root.SetAction((parsed, cancellationToken) =>
            StartGuard.RunAsync(() => VtsServer.RunAsync([.. settings, .. Standard(parsed)], cancellationToken)));
        return root;
    }

    private static IEnumerable<string> Standard(ParseResult parsed)
    {
        if (parsed.GetValue(Urls) is { } urls)
        {
            yield return $"--urls={urls}";
        }

        if (parsed.GetValue(Log) is { } form)
        {
            yield return $"--Logging:Console:FormatterName={(form == "json" ? "json" : "simple")}";
        }
    }

    [GeneratedRegex("^--[A-Za-z][A-Za-z0-9]*(:[A-Za-z0-9_.-]+)+=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
