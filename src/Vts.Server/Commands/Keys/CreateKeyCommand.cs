using System.CommandLine;
using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Server.Commands.Keys;

/// <summary><c>vts-server keys create</c>.</summary>
internal static class CreateKeyCommand
{
    private static readonly Option<string> Name = new("--name") { Description = "Whose key it is; the name in logs", Required = true };
    private static readonly Option<string?> Account = new("--account") { Description = "The Extend account it reads. Default: the only one configured" };
    private static readonly Option<string[]> Scope = Many("--scope", "What it may read: cards:read, transactions:read. Default: both");
    private static readonly Option<string[]> Card = Many("--card", "Only this card (vc_…)");
    private static readonly Option<string[]> Status = Many("--status", "Only cards with this status, as ACTIVE");
    private static readonly Option<string[]> Recipient = Many("--recipient", "Only cards of this recipient");
    private static readonly Option<string[]> Cardholder = Many("--cardholder", "Only cards of this cardholder");
    private static readonly Option<string[]> CreditCard = Many("--credit-card", "Only cards on this credit card (cc_…)");
    private static readonly Option<string[]> Field = Many("--field", "Only this member of cards and transactions");
    private static readonly Option<string?> Limits = new("--limits") { Description = "Requests a second, burst and requests at once, as 100,500,64. Default: the service's", HelpName = "rate,burst,concurrency" };
    private static readonly Option<DateTimeOffset?> NotBefore = Moments.Option("--not-before", "Valid from then on. Default: at once");
    private static readonly Option<DateTimeOffset?> Expires = Moments.Option("--expires", "Valid until then. Default: for ever");

    public static Command Create(string[] settings)
    {
        Scope.AcceptOnlyFromAmong([.. ScopeNames.All]);
        var command = new Command("create", "Make a key, and show it this once")
        {
            Name, Account, Scope, Card, Status, Recipient, Cardholder, CreditCard, Field, Limits, NotBefore, Expires, KeysCommand.Json,
        };
        command.SetAction((parsed, cancellationToken) => KeysCommand.RunAsync(settings, async (store, configuration) =>
        {
            var issued = await new KeyIssuer(store, TimeProvider.System).CreateAsync(Caller(parsed, configuration), parsed.GetValue(NotBefore), cancellationToken);
            Console.WriteLine(parsed.GetValue(KeysCommand.Json) ? KeyOutput.Json(issued) : KeyOutput.Text(issued));
        }));
        return command;
    }

    private static Caller Caller(ParseResult parsed, IConfiguration configuration) =>
        new(parsed.GetRequiredValue(Name), AccountOf(parsed.GetValue(Account), configuration))
        {
            Scopes = parsed.GetValue(Scope) is { Length: > 0 } names ? ScopeNames.Parse(names) : Scopes.All,
            Cards = new CardRule
            {
                Ids = Given(parsed, Card), Statuses = Given(parsed, Status), Recipients = Given(parsed, Recipient),
                Cardholders = Given(parsed, Cardholder), CreditCards = Given(parsed, CreditCard),
            },
            Fields = new FieldRule { Names = Given(parsed, Field) },
            Limits = LimitsOf(parsed.GetValue(Limits)),
            Ends = parsed.GetValue(Expires),
        };

    private static string[]? Given(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } values ? values : null;

    private static Option<string[]> Many(string name, string description) => new(name) { Description = $"{description}; may be repeated" };

    private static CallerLimits? LimitsOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int[] numbers = [.. text.Split(',').Select(part => int.TryParse(part, out var number) && number > 0 ? number : 0)];
        return numbers is [> 0, > 0, > 0]
            ? new CallerLimits(numbers[0], numbers[1], numbers[2])
            : throw new InvalidOperationException("--limits must be three whole numbers from 1 on, as 100,500,64: requests a second, burst, requests at once.");
    }

    private static string AccountOf(string? asked, IConfiguration configuration)
    {
        string[] accounts = [.. configuration.GetSection("Extend:Accounts").GetChildren().Select(account => account.Key)];
        return (asked, accounts) switch
        {
            (null, [var only]) => only,
            (null, []) => throw new InvalidOperationException("Say --account: the name of the Extend account that this key reads, as the server's settings name it."),
            (null, _) => throw new InvalidOperationException($"Say --account: one of {string.Join(", ", accounts)}."),
            (_, []) => asked,
            _ => accounts.FirstOrDefault(account => string.Equals(account, asked, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"There is no account '{asked}' under Extend:Accounts: use one of {string.Join(", ", accounts)}."),
        };
    }
}
