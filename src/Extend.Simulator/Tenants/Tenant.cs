using Extend.Simulator.Companies;
using Extend.Simulator.Transactions;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Tenants;

/// <summary>One company as the simulator plays it: logins, and data that is generated when asked for.</summary>
internal sealed class Tenant
{
    private readonly TransactionGenerator _transactions;

    public Tenant(TenantOptions options)
    {
        Options = options;
        Company = new Company(options);
        var plan = new TenantPlan(options, Company);
        _transactions = new TransactionGenerator(plan);
        Cards = new CardShelf(Company, new CardGenerator(plan, _transactions), options.Cards);
    }

    public TenantOptions Options { get; }

    public string Name => Options.Name;

    public string ApiSecret => Options.ApiSecret;

    public string Password => Options.Password;

    public Company Company { get; }

    public CardShelf Cards { get; }

    /// <summary>A card's transactions, newest first.</summary>
    public IReadOnlyList<Transaction> TransactionsOf(VirtualCard card) => card.Edited ?? _transactions.Make(card);

    public (VirtualCard Card, Transaction Transaction)? FindTransaction(string id)
    {
        if (Company.PlaceOf(id) is not { } place || Cards.Find(place.Card) is not { } card)
        {
            return null;
        }

        return TransactionsOf(card).FirstOrDefault(transaction => transaction.Id == id) is { } found ? (card, found) : null;
    }
}
