using Extend.Simulator.Doors;
using Extend.Simulator.Reports;
using Extend.Simulator.Transactions;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Http;

/// <summary>Extend's own paths.</summary>
internal static class ExtendRoutes
{
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

        routes.MapFallback("{**path}", exchange.To(Resource.Unknown));

        void Open(string path, string method, Operation operation) => Map(path, new((method, operation)) { IsOpen = true });
        void Read(string path, Operation operation) => Map(path, new(("GET", operation)));
        void Map(string path, Resource resource) => routes.Map(path, exchange.To(resource));
    }
}
