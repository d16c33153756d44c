using Extend.Simulator.Companies;
using Extend.Simulator.CreditCards;
using Extend.Simulator.Doors;
using Extend.Simulator.Events;
using Extend.Simulator.Expenses;
using Extend.Simulator.Http;
using Extend.Simulator.Reports;
using Extend.Simulator.Transactions;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator;

/// <summary>Extend's own paths.</summary>
internal static class ExtendRoutes
{
    /// <summary>Paths that Extend has and that only change things: 405 whatever the method.</summary>
    private static readonly string[] WriteOnlyPaths =
    [
        "/virtualcards/{id}/cancel", "/virtualcards/{id}/close", "/virtualcards/{id}/reject", "/virtualcards/{id}/cancelupdate",
        "/virtualcards/{id}/supportcode", "/virtualcards/{id}/transactions/simulate", "/creditcards/{id}/bulkvirtualcardpush",
        "/transactions/{id}/expensedata", "/transactions/{id}/receiptreminder", "/expensedata/categories/{id}/labels/{labelId}",
        "/receiptattachments", "/subscriptions", "/subscriptions/{id}",
    ];

    public static void MapExtend(this IEndpointRouteBuilder routes, Exchange exchange)
    {
        Open("/signin", "POST", SignIn.Open);
        Open("/renewauth", "POST", SignIn.Renew);
        Open("/forgot", "POST", SignOut.Forgot);
        Map("/signout", new(("DELETE", SignOut.Close)));

        Read("/virtualcards", ListVirtualCards.Handle);
        Read("/virtualcards/{id}", GetVirtualCard.Handle);
        Read("/virtualcards/{id}/transactions", ListCardTransactions.Handle);
        Read("/transactions/{id}", GetTransaction.Handle);
        Read("/reports/transactions", TransactionReport.Handle);
        Read("/reports/transactions/v2", TransactionReport.Handle);

        Read("/creditcards", ListCreditCards.Handle);
        Read("/creditcards/{id}", GetCreditCard.Handle);
        Read("/events", EventReads.List);
        Read("/events/{id}", EventReads.One);
        Read("/users/{id}", CompanyReads.User);
        Read("/issuers", CompanyReads.Issuers);
        Read("/saas/{orgId}/usages", CompanyReads.Usages);
        Read("/expensedata/categories", ExpenseReads.Categories);
        Read("/expensedata/categories/{id}", ExpenseReads.Category);
        Read("/expensedata/categories/{id}/labels", ExpenseReads.Labels);

        foreach (var path in WriteOnlyPaths)
        {
            Map(path, Resource.WriteOnly);
        }

        routes.MapFallback("{**path}", exchange.To(Resource.Unknown));

        void Open(string path, string method, Operation operation) => Map(path, new((method, operation)) { IsOpen = true });
        void Read(string path, Operation operation) => Map(path, new(("GET", operation)));
        void Map(string path, Resource resource) => routes.Map(path, exchange.To(resource));
    }
}
