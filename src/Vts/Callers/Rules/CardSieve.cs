using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vts.Cards;

namespace Vts.Callers.Rules;

/// <summary>A card rule made quick to apply to many cards.</summary>
internal sealed class CardSieve
{
    private readonly HashSet<string>? _ids;
    private readonly HashSet<string>? _statuses;
    private readonly HashSet<string>? _recipients;
    private readonly HashSet<string>? _cardholders;
    private readonly HashSet<string>? _creditCards;

    public CardSieve(CardRule rule)
    {
        (_ids, _statuses) = (Set(rule.Ids), Set(rule.Statuses));
        (_recipients, _cardholders, _creditCards) = (Set(rule.Recipients), Set(rule.Cardholders), Set(rule.CreditCards));
        Name = Hash(_ids, _statuses, _recipients, _cardholders, _creditCards);
    }

    /// <summary>Names the rule, however long its lists are.</summary>
    public string Name { get; }

    public bool HasId(string cardId) => Has(_ids, cardId);

    public bool Holds(Card card) =>
        Has(_ids, card.Id)
        && Has(_statuses, card.Status)
        && Has(_recipients, card.Facts.RecipientId)
        && Has(_cardholders, card.Facts.CardholderId)
        && Has(_creditCards, card.Facts.CreditCardId);

    private static HashSet<string>? Set(IReadOnlyList<string>? values) => values is null ? null : new(values, StringComparer.Ordinal);

    private static bool Has(HashSet<string>? set, string? value) => set is null || (value is not null && set.Contains(value));

    // With their lengths, so that no two rules are written alike.
    private static string Hash(params ReadOnlySpan<HashSet<string>?> sets)
    {
        var text = new StringBuilder();
        foreach (var set in sets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{set?.Count ?? -1};");
            foreach (var value in set?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
            {
                text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
