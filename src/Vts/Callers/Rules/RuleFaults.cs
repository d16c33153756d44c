using Extend;

namespace Vts.Callers.Rules;

/// <summary>What is wrong with rules that someone has written. What is written wrongly could fit no card, or show what nobody meant to show.</summary>
public static class RuleFaults
{
    /// <summary>The faults of a list of scopes.</summary>
    /// <param name="path">What the list is called where it was written.</param>
    /// <param name="names">The list.</param>
    public static IEnumerable<string> OfScopes(string path, IReadOnlyList<string> names) =>
        Of(path, names, static name => ScopeNames.Parse(name) is not Scopes.None, $"is no scope: use {string.Join(" or ", ScopeNames.All)}");

    /// <summary>The faults of a card rule.</summary>
    /// <param name="path">What the rule is called where it was written.</param>
    /// <param name="rule">The rule.</param>
    public static IEnumerable<string> Of(string path, CardRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return
        [
            .. Of($"{path}:{nameof(rule.Ids)}", rule.Ids, static id => ExtendId.IsVirtualCard(id), "is no card's id: vc_ and 22 letters or digits"),
            .. Of($"{path}:{nameof(rule.Statuses)}", rule.Statuses, IsStatus, "is no status: use Extend's, in capital letters, as ACTIVE"),
            .. Of($"{path}:{nameof(rule.Recipients)}", rule.Recipients, static id => ExtendId.IsUser(id), "is no user's id: u_ and 22 letters or digits"),
            .. Of($"{path}:{nameof(rule.Cardholders)}", rule.Cardholders, static id => ExtendId.IsUser(id), "is no user's id: u_ and 22 letters or digits"),
            .. Of($"{path}:{nameof(rule.CreditCards)}", rule.CreditCards, static id => ExtendId.IsCreditCard(id), "is no credit card's id: cc_ and 22 letters or digits"),
        ];
    }

    /// <summary>The faults of a field rule.</summary>
    /// <param name="path">What the rule is called where it was written.</param>
    /// <param name="rule">The rule.</param>
    public static IEnumerable<string> Of(string path, FieldRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Of(path, rule.Names, static name => FieldNames.All.Contains(name, StringComparer.Ordinal),
            $"is no member of a card or a transaction: use some of {string.Join(", ", FieldNames.All)}");
    }

    // Extend may add statuses, so that only their form is known.
    private static bool IsStatus(string text) => text.Length is > 0 and <= 40 && text.All(static letter => char.IsAsciiLetterUpper(letter) || letter == '_');

    private static IEnumerable<string> Of(string path, IReadOnlyList<string>? values, Func<string, bool> isRight, string fault) =>
        values is null ? []
        : values.Count == 0 ? [$"{path} names nothing: name at least one, or leave it out"]
        : values.Select((value, i) => value is not null && isRight(value) ? null : $"{path}:{i} {fault}").OfType<string>();
}
