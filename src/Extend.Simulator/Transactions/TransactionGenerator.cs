using Extend.Simulator.Tenants;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Transactions;

/// <summary>Makes a card's transactions, newest first: a pure function of the tenant's seed and the card's number.</summary>
internal sealed class TransactionGenerator(TenantPlan plan)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(36);

    public IReadOnlyList<Transaction> Make(VirtualCard card)
    {
        if (plan.IsDemo && card.Number == 0)
        {
            return DemoTravel.Transactions(plan.Company, card);
        }

        var count = plan.TransactionsOn(card.Number, card.Status);
        var end = card.InactiveSince ?? plan.LastActivityOn(card.Number);
        var step = (int)Math.Clamp((end - card.CreatedAt).TotalSeconds / (count + 1), 1, LongestStep.TotalSeconds);
        var transactions = new Transaction[count];
        for (var item = 0; item < count; item++)
        {
            var dice = Dice.For(plan.Company.Seed, card.Number, item);
            var authedAt = end.AddSeconds(-((long)item * step) - dice.Below(step));
            transactions[item] = Make(card, item, KindOf(card, item, count, ref dice), WholeSecond(authedAt), ref dice);
        }

        return transactions;
    }

    /// <summary>The newest on an active card is an open purchase, the oldest a settled one; between them lies everything else.</summary>
    private static TransactionKind KindOf(VirtualCard card, int item, int count, ref Dice dice)
    {
        var roll = dice.Below(100);
        return item switch
        {
            0 => card.Status == "ACTIVE" ? TransactionKind.Pending : TransactionKind.Cleared,
            1 or 2 when card.Status == "ACTIVE" && roll < 50 => TransactionKind.Pending,
            _ when item == count - 1 => TransactionKind.Cleared,
            _ => roll switch
            {
                < 72 => TransactionKind.Cleared,
                < 79 => TransactionKind.Declined,
                < 85 => TransactionKind.Refund,
                < 90 => TransactionKind.Reversed,
                < 94 => TransactionKind.NoMatch,
                < 97 => TransactionKind.AddressPass,
                _ => TransactionKind.AddressFail,
            },
        };
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    private Transaction Make(VirtualCard card, int item, TransactionKind kind, DateTimeOffset authedAt, ref Dice dice)
    {
        var purchase = Purchase.Make(card.Currency, kind, ref dice);
        // One purchase in ten settles higher than authorized: a tip, or fuel.
        var tip = kind == TransactionKind.Cleared && dice.Below(10) == 0 ? purchase.MerchantCents / 10 : 0;
        DateTimeOffset? clearedAt = kind.Settles ? new DateTimeOffset(authedAt.UtcDateTime.Date.AddHours(30), TimeSpan.Zero) : null;
        return new Transaction
        {
            Id = plan.Company.NewId("txn", authedAt, card.Number, item),
            Type = kind.Type,
            Status = kind.Status,
            DeclineReason = kind == TransactionKind.Declined ? dice.Pick<(string, string)>(DeclineReasons.All) : null,
            ApprovalCode = kind == TransactionKind.Declined ? null : $"{dice.Below(1_000_000):D6}",
            AuthBillingCents = purchase.BillingCents,
            AuthMerchantCents = purchase.MerchantCents,
            MerchantCurrency = purchase.Currency,
            ExchangeRate = purchase.Rate,
            ClearingBillingCents = kind.Settles ? purchase.Billing(purchase.MerchantCents + tip) : 0,
            ClearingMerchantCents = kind.Settles ? purchase.MerchantCents + tip : 0,
            Merchant = kind.IsCheck ? null : purchase.Merchant,
            AuthedAt = authedAt,
            ClearedAt = clearedAt,
            UpdatedAt = (clearedAt ?? authedAt).AddMilliseconds(1_000 + dice.Below(120_000)),
            Attachments = kind == TransactionKind.Cleared && dice.Below(4) == 0 ? 1 : 0,
            ExpenseLabel = kind.Settles && dice.Below(3) == 0 ? dice.Below(6) : null,
        };
    }
}
