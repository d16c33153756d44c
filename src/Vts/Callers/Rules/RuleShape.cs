using Microsoft.Extensions.Configuration;

namespace Vts.Callers.Rules;

/// <summary>
/// Finds what the binding of a caller's settings would pass over in silence: a name that is none, and a single value where a list is
/// due. A restriction that is misspelt restricts nothing.
/// </summary>
internal static class RuleShape
{
    private static readonly string[] OfCaller =
        [nameof(CallerOptions.Name), nameof(CallerOptions.TokenSha256), nameof(CallerOptions.Account), nameof(CallerOptions.Scopes),
         nameof(CallerOptions.Cards), nameof(CallerOptions.Fields)];

    private static readonly string[] OfCards =
        [nameof(CardRule.Ids), nameof(CardRule.Statuses), nameof(CardRule.Recipients), nameof(CardRule.Cardholders), nameof(CardRule.CreditCards)];

    public static IEnumerable<string> Faults(IConfigurationSection caller)
    {
        var cards = caller.GetSection(nameof(CallerOptions.Cards));
        string[] lists = [nameof(CallerOptions.Scopes), nameof(CallerOptions.Fields), .. OfCards.Select(name => $"{nameof(CallerOptions.Cards)}:{name}")];
        return [.. Unknown(caller, OfCaller), .. Unknown(cards, OfCards), .. Single(cards, OfCards[0]), .. lists.SelectMany(list => Single(caller.GetSection(list), "0"))];
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, string[] known) => section.GetChildren()
        .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
        .Select(child => $"{child.Path} is no setting: use one of {string.Join(", ", known)}");

    private static IEnumerable<string> Single(IConfigurationSection section, string example) =>
        section.Value is null ? [] : [$"{section.Path} has a value of its own: set {section.Path}:{example} and so on"];
}
