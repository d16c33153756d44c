using System.Globalization;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>Says in words what a caller may do.</summary>
internal static class RightsSummary
{
    private const int MostNamed = 5;

    public static string Of(Caller caller, LimitsNow limits) => string.Join(' ',
        $"You are {caller.Name} and read Extend account {caller.Account}.",
        $"You may read {Scopes(caller.Scopes)}.",
        Cards(caller.Cards),
        Fields(caller.Fields),
        Ends(caller),
        Limits(limits));

    private static string Scopes(Scopes scopes) => scopes switch
    {
        Rules.Scopes.All => "cards and transactions",
        Rules.Scopes.Cards => "cards, but not transactions",
        Rules.Scopes.Transactions => "transactions, but not the cards themselves",
        _ => "nothing but this",
    };

    private static string Cards(CardRule rule)
    {
        string[] parts =
        [
            .. Part("whose id is", rule.Ids), .. Part("whose status is", rule.Statuses), .. Part("whose recipient is", rule.Recipients),
            .. Part("whose cardholder is", rule.Cardholders), .. Part("whose credit card is", rule.CreditCards),
        ];
        return parts.Length == 0 ? "All of the account's cards are yours." : $"Your cards are those {string.Join(" and ", parts)}.";
    }

    private static IEnumerable<string> Part(string what, IReadOnlyList<string>? values) => values is null ? [] : [$"{what} {Any(values)}"];

    private static string Any(IReadOnlyList<string> values) => values.Count switch
    {
        0 => "none at all",
        <= MostNamed => string.Join(" or ", values),
        _ => string.Create(CultureInfo.InvariantCulture, $"one of {values.Count} that are named"),
    };

    private static string Fields(FieldRule rule) => rule.Names is null
        ? "You see every member of them."
        : $"Of their members you see {string.Join(", ", FieldNames.All.Where(rule.Shows))}.";

    private static string Ends(Caller caller)
    {
        var credential = caller.KeyId is null ? "token" : "key";
        return caller.Ends is { } ends
            ? string.Create(CultureInfo.InvariantCulture, $"Your {credential} ends on {ends.UtcDateTime:yyyy-MM-dd} at {ends.UtcDateTime:HH:mm} UTC.")
            : $"Your {credential} has no end.";
    }

    private static string Limits(LimitsNow limits) => string.Create(CultureInfo.InvariantCulture,
        $"You may ask {limits.RequestsPerSecond} times a second, {limits.Burst} times at once after a rest ({limits.RequestsLeft} now), and have {limits.Concurrency} requests under way.");
}
