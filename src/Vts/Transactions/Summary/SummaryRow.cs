namespace Vts.Transactions.Summary;

/// <summary>What the transactions of one group and one currency come to.</summary>
/// <param name="Key">The group: a card's id, a merchant's name, a merchant category code, a month as <c>2026-03</c>, or a status. Null where Extend tells none.</param>
/// <param name="Name">The display name of the card, where the groups are cards; null otherwise.</param>
/// <param name="Currency">ISO 4217 code of the sum. Null where Extend tells none.</param>
/// <param name="Transactions">How many transactions there are, whether they count in the total or not.</param>
/// <param name="Counted">How many of them count in the total: pending, cleared, or settled without an authorization.</param>
/// <param name="TotalCents">The exact sum of those, in minor units; refunds are taken off. Null if the amount of one is not told.</param>
public sealed record SummaryRow(string? Key, string? Name, string? Currency, long Transactions, long Counted, long? TotalCents);
