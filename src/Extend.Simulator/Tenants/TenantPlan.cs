using Extend.Simulator.Companies;

namespace Extend.Simulator.Tenants;

/// <summary>How much a tenant has and when it happened. Every moment is fixed; none depends on the clock.</summary>
internal sealed class TenantPlan(TenantOptions options, Company company)
{
    /// <summary>The creation of the demo tenant's first card, which its well-known id carries.</summary>
    private static readonly DateTimeOffset DemoNewestCard = new(2022, 5, 13, 22, 17, 56, 627, TimeSpan.Zero);

    private static readonly DateTimeOffset NewestCard = new(2026, 2, 27, 16, 30, 0, 0, TimeSpan.Zero);

    /// <summary>The last moment at which anything is authorized.</summary>
    public static readonly DateTimeOffset End = new(2026, 3, 15, 9, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When what is done by hand begins.</summary>
    public static readonly DateTimeOffset ByHand = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The start of the period that recurring cards are in.</summary>
    public static readonly DateTimeOffset PeriodStart = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);

    public Company Company { get; } = company;

    /// <summary>The demo tenant as it is known; asked for with so many transactions a card, it is a tenant like any other.</summary>
    public bool IsDemo { get; } = options is { Name: "demo", TransactionsPerCard: null };

    /// <summary>Cards are two hours apart, give or take, the newest first.</summary>
    public DateTimeOffset CardCreatedAt(int number)
    {
        var dice = Dice.For(Company.Seed, number);
        return number == 0 && IsDemo
            ? DemoNewestCard
            : (IsDemo ? DemoNewestCard : NewestCard).AddMilliseconds(-(number * 7_200_000L) - dice.Below(7_200_000));
    }

    public DateTimeOffset LastActivityOn(int number) => End.AddSeconds(-Dice.For(Company.Seed, number, Place.None - 1).Below(10 * 86_400));

    public int TransactionsOn(int number, string status) => options.TransactionsPerCard ?? number switch
    {
        _ when status == "PENDING" => 0,
        1 => 0,
        2 => 137,
        _ => 3 + Dice.For(Company.Seed, number, Place.None - 2).Below(38),
    };
}
