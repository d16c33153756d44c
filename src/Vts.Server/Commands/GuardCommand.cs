using System.CommandLine;
using Extend.Guard;
using Vts.Aws;
using Vts.Errors;
using Vts.Server.Hosting;

namespace Vts.Server.Commands;

/// <summary><c>vts-server guard show|open ACCOUNT</c>: looks at, and opens, an account's sign-in for all servers that share its store.</summary>
internal static class GuardCommand
{
    private static readonly Argument<string> Account = new("account") { Description = "The account's name in the configuration" };

    /// <summary>The command with its two parts.</summary>
    public static Command Create(string[] settings)
    {
        var show = new Command("show", "Say whether sign-in is open, and how many sign-ins the last hour saw") { Account };
        show.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed, ShowAsync, cancellationToken));
        var open = new Command("open", "Open sign-in again, once the login is mended, for every server at once") { Account };
        open.SetAction((parsed, cancellationToken) => RunAsync(settings, parsed, OpenAsync, cancellationToken));
        return new Command("guard", "Look at or open an account's sign-in, where servers share it (Sessions:Store=DynamoDb)") { show, open };
    }

    private static Task<int> RunAsync(
        string[] settings, ParseResult parsed, Func<IGuardStore, string, CancellationToken, Task> run, CancellationToken cancellationToken) => StartGuard.RunAsync(async () =>
    {
        var configuration = ServerDefaults.Configuration(settings);
        var account = parsed.GetRequiredValue(Account);
        if (!configuration.GetSection($"Extend:Accounts:{account}").Exists())
        {
            throw new InvalidOperationException($"There is no account '{account}' under Extend:Accounts in this command's configuration.");
        }

        var services = new ServiceCollection().AddLogging().AddAwsStores(configuration);
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetService<IGuardStore>() ?? throw new InvalidOperationException(
            "Sessions:Store is Memory: each server keeps its guard to itself, and a restart opens it. This command is for Sessions:Store=DynamoDb.");
        await run(store, account, cancellationToken);
    });

    private static async Task ShowAsync(IGuardStore store, string account, CancellationToken cancellationToken)
    {
        var state = await store.ReadAsync(account, cancellationToken);
        Console.WriteLine(state is { ClosedBy: { } reason, ClosedAt: { } closedAt }
            ? $"account {account}: closed since {closedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} ({ExtendProblems.Of(reason).Code}: {ExtendProblems.Of(reason).Title})"
            : $"account {account}: open");
        Console.WriteLine($"sign-ins counted in the last hour: {state.SignInsOfTheHour(TimeProvider.System.GetUtcNow()).Count()}");
    }

    private static async Task OpenAsync(IGuardStore store, string account, CancellationToken cancellationToken)
    {
        while (!await store.TryWriteAsync(account, (await store.ReadAsync(account, cancellationToken)).Opened(), cancellationToken))
        {
            // A server changed it meanwhile: read again.
        }

        Console.WriteLine($"account {account}: open");
    }
}
