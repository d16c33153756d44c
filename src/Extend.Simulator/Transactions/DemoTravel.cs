using Extend.Simulator.Companies;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Transactions;

/// <summary>
/// The history of the demo tenant's first card, one of each kind: 42.00 settled and 5.45 held leave 2.55 of 50.00.
/// </summary>
internal static class DemoTravel
{
    private static readonly DateTimeOffset Latest = new(2026, 3, 15, 9, 41, 7, TimeSpan.Zero);

    private static readonly (TransactionKind Kind, long Cents, int Merchant, int HoursBefore)[] Rows =
    [
        (TransactionKind.Pending, 545, 5, 0),
        (TransactionKind.Cleared, 1_499, 0, 30),
        (TransactionKind.Refund, -299, 0, 71),
        (TransactionKind.Declined, 48_000, 4, 95),
        (TransactionKind.Reversed, 1_000, 3, 140),
        (TransactionKind.NoMatch, 350, 6, 200),
        (TransactionKind.AddressFail, 0, 0, 333),
        (TransactionKind.AddressPass, 0, 0, 334),
        (TransactionKind.Cleared, 2_650, 7, 335),
    ];

    public static IReadOnlyList<Transaction> Transactions(Company company, VirtualCard card) =>
        [.. Rows.Select((row, item) => Make(company, card, row, item))];

    private static Transaction Make(Company company, VirtualCard card, (TransactionKind Kind, long Cents, int Merchant, int HoursBefore) row, int item)
    {
        var authedAt = Latest.AddHours(-row.HoursBefore);
        DateTimeOffset? clearedAt = row.Kind.Settles ? new DateTimeOffset(authedAt.UtcDateTime.Date.AddHours(30), TimeSpan.Zero) : null;
        return new Transaction
        {
            Id = company.NewId("txn", authedAt, card.Number, item),
            Type = row.Kind.Type,
            Status = row.Kind.Status,
            DeclineReason = row.Kind == TransactionKind.Declined ? DeclineReasons.All[1] : null,
            ApprovalCode = row.Kind == TransactionKind.Declined ? null : $"{336_612 + (item * 7_919):D6}",
            AuthBillingCents = row.Cents,
            AuthMerchantCents = row.Cents,
            MerchantCurrency = card.Currency,
            ClearingBillingCents = row.Kind.Settles ? row.Cents : 0,
            ClearingMerchantCents = row.Kind.Settles ? row.Cents : 0,
            Merchant = row.Kind.IsCheck ? null : Merchants.Domestic[row.Merchant],
            AuthedAt = authedAt,
            ClearedAt = clearedAt,
            UpdatedAt = (clearedAt ?? authedAt).AddMilliseconds(69_511),
        };
    }
}
