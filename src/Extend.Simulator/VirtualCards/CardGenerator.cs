using Extend.Simulator.Tenants;
using Extend.Simulator.Transactions;

namespace Extend.Simulator.VirtualCards;

/// <summary>Makes a card from its number alone, so that a tenant of any size costs nothing until it is asked for.</summary>
internal sealed class CardGenerator(TenantPlan plan, TransactionGenerator transactions)
{
    private const string DemoId = "vc_A681POqRINI7goyrCNPff7";

    private static readonly DateTimeOffset OrdinaryEnd = new(2026, 12, 31, 4, 59, 59, TimeSpan.Zero);

    private static readonly string[] Names =
    [
        "Travel", "Office supplies", "Cloud hosting", "Conference trip", "Café ☕ & Cloud – “monthly”", "Team dinner",
        "Advertising", "Büromaterial", "Fuel", "Software licences", "東京出張", "Gifts 🎁", "Subscriptions", "Hotel Berlin",
        "Training", "Contractor: O'Test <ops>", "Déplacements", "Phones", "Books", "Coffee",
    ];

    /// <summary>Every status recurs every sixteen cards; the first three are always active.</summary>
    private static readonly string[] Statuses =
    [
        "ACTIVE", "ACTIVE", "ACTIVE", "CLOSED", "ACTIVE", "CANCELLED", "ACTIVE", "PENDING",
        "ACTIVE", "EXPIRED", "ACTIVE", "CONSUMED", "ACTIVE", "ACTIVE", "CLOSED", "ACTIVE",
    ];

    public VirtualCard Make(int number)
    {
        var card = Unspent(number);
        var history = transactions.Make(card);
        var ledger = Ledger.Of(history, card.Recurs ? TenantPlan.PeriodStart : null);
        var used = ledger.SpentCents + ledger.HeldCents;
        return card with
        {
            Ledger = ledger,
            LimitCents = LimitFor(card, used),
            UpdatedAt = card.InactiveSince ?? (history.Count > 0 ? history[0].UpdatedAt : card.CreatedAt),
        };
    }

    private VirtualCard Unspent(int number)
    {
        var dice = Dice.For(plan.Company.Seed, number, Place.None - 3);
        var createdAt = plan.CardCreatedAt(number);
        var status = Statuses[number % Statuses.Length];
        var recurs = status == "ACTIVE" && number % 8 == 4;
        var inactiveSince = status is "ACTIVE" or "PENDING" ? null : InactiveSince(createdAt);
        var isDemoTravel = plan.IsDemo && number == 0;
        return new VirtualCard
        {
            Number = number,
            Id = isDemoTravel ? DemoId : plan.Company.NewId("vc", createdAt, number),
            Status = status,
            Recipient = plan.Company.Recipients[number % plan.Company.Recipients.Count],
            Cardholder = plan.Company.Administrator,
            CreditCard = plan.Company.CreditCards[number % 3],
            DisplayName = number < Names.Length ? Names[number] : $"{Names[number % Names.Length]} {(number / Names.Length) + 1}",
            Last4 = isDemoTravel ? "5348" : number % 7 == 3 ? $"0{dice.Below(1000):D3}" : $"{1000 + dice.Below(9000)}",
            Currency = number % 16 == 13 ? "EUR" : "USD",
            CreatedAt = createdAt,
            UpdatedAt = createdAt,
            InactiveSince = inactiveSince,
            ValidTo = recurs ? null : status == "EXPIRED" ? inactiveSince : OrdinaryEnd,
            Notes = number % 2 == 0 && !recurs ? "Planned spending.\nAsk before buying hardware." : null,
            Recurs = recurs,
            RequestedCents = status == "PENDING" || number % 16 == 10 ? 5_000 + (dice.Below(200) * 500) : null,
        };
    }

    /// <summary>Three fifths of the way from its creation to the end of all data.</summary>
    private static DateTimeOffset? InactiveSince(DateTimeOffset createdAt) =>
        createdAt.AddSeconds(Math.Floor((TenantPlan.End - createdAt).TotalSeconds * 3 / 5));

    private long LimitFor(VirtualCard card, long used)
    {
        if (plan.IsDemo && card.Number == 0)
        {
            return 5_000;
        }

        var dice = Dice.For(plan.Company.Seed, card.Number, Place.None - 4);
        var spare = card.Status == "CONSUMED" ? 0 : 1_000 + (dice.Below(100) * 500);
        return card.Status == "CONSUMED" ? Math.Max(used, 0) : (Math.Max(used, 0) + spare + 499) / 500 * 500;
    }
}
