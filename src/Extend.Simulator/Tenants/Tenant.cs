using Extend.Simulator.Companies;
using Extend.Simulator.Reports;
using Extend.Simulator.Transactions;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Tenants;

/// <summary>One company as the simulator plays it: logins, and data that is generated when asked for.</summary>
internal sealed class Tenant
{
    public const int MostCards = 100_000;
    public const int MostTransactions = 10_000;

    private readonly TransactionGenerator _transactions;
    private int _minutes;

    public Tenant(TenantOptions options)
    {
        if (options.Cards is < 0 or > MostCards || options.TransactionsPerCard is < 0 or > MostTransactions)
        {
            throw new SimulatorOptionsException(
                $"Tenant '{options.Name}' may have 0 to {MostCards} cards and 0 to {MostTransactions} transactions on each.");
        }

        Options = options;
        Company = new Company(options);
        var plan = new TenantPlan(options, Company);
        _transactions = new TransactionGenerator(plan);
        Cards = new CardShelf(Company, new CardGenerator(plan, _transactions), options.Cards);
        Reports = new ReportShelf(this);
    }

    public TenantOptions Options { get; }

    public string Name => Options.Name;

    public Company Company { get; }

    public CardShelf Cards { get; }

    public ReportShelf Reports { get; }

    /// <summary>A card's transactions, newest first.</summary>
    public IReadOnlyList<Transaction> TransactionsOf(VirtualCard card) => card.Edited ?? _transactions.Make(card);

    public IEnumerable<ReportRow> RowsOf(VirtualCard card) => TransactionsOf(card).Select(transaction => new ReportRow(card, transaction));

    public ReportRow? FindTransaction(string id)
    {
        var generated = Company.PlaceOf(id) is { } place && Cards.Find(place.Card) is { } card ? RowsOf(card) : [];
        return generated.Concat(Cards.Edited.SelectMany(RowsOf)).Where(row => row.Transaction.Id == id).Cast<ReportRow?>().FirstOrDefault();
    }

    /// <summary>
    /// The moment of the next thing done by hand: the first minute of the day after all generated data, then minute by minute.
    /// </summary>
    public DateTimeOffset NextMoment() => TenantPlan.ByHand.AddMinutes(Interlocked.Increment(ref _minutes));

    /// <summary>Replaces a card's transactions by what becomes of them; limit and balance follow. False when there is no such card.</summary>
    public bool EditTransactions(string cardId, Func<VirtualCard, IEnumerable<Transaction>, IEnumerable<Transaction>> change) => Cards.Edit(cardId, card =>
    {
        Transaction[] edited =
        [
            .. change(card, TransactionsOf(card))
                .OrderByDescending(transaction => transaction.AuthedAt).ThenByDescending(transaction => transaction.Id, StringComparer.Ordinal),
        ];
        return card with { Edited = edited, Ledger = Ledger.Of(edited, card.Recurs ? TenantPlan.PeriodStart : null) };
    });
}
