using Extend.Simulator.Http;

namespace Extend.Simulator.Control;

/// <summary>The simulator's own paths, all under <c>/sim</c>. They ask for no credential and leave no trace in the log.</summary>
internal static class ControlRoutes
{
    /// <summary>Every path, the methods on it, and what each does.</summary>
    public static (string Method, string Path, string Meaning, Operation Operation)[] All { get; } =
    [
        ("GET", "/sim", "this index", call => ControlIndex.Show(call, Index)),
        ("GET", "/sim/switches", "every switch and its setting", SwitchControl.Show),
        ("PATCH", "/sim/switches", "sets the switches given", SwitchControl.Change),
        ("POST", "/sim/reset", "puts tenants, switches, faults, sessions and the log back to the start", Reset),
        ("GET", "/sim/requests", "what was asked on Extend's paths, oldest first; ?method= and ?path= are prefixes", RequestControl.Show),
        ("DELETE", "/sim/requests", "empties the log", RequestControl.Clear),
        ("GET", "/sim/requests/count", "how many requests there were, and the most at once; filters as above", RequestControl.Count),
        ("GET", "/sim/faults", "the faults in force", FaultControl.Show),
        ("POST", "/sim/faults", "sets a fault: kind, path, method, whenStatus, times, and members of the kind", FaultControl.Add),
        ("DELETE", "/sim/faults", "takes all faults away", FaultControl.Clear),
        ("GET", "/sim/tenants", "the companies played", TenantControl.List),
        ("GET", "/sim/tenants/{tenant}", "one of them", TenantControl.Show),
        ("PUT", "/sim/tenants/{tenant}", "makes or replaces one: cards, transactionsPerCard, apiKey, apiSecret, email, password, seed", TenantControl.Put),
        ("GET", "/sim/tenants/{tenant}/cards", "its cards, as Extend sends them", CardControl.List),
        ("POST", "/sim/tenants/{tenant}/cards", "makes a card; any members", CardControl.Create),
        ("GET", "/sim/tenants/{tenant}/cards/{id}", "one card", CardControl.Show),
        ("PATCH", "/sim/tenants/{tenant}/cards/{id}", "plants members, whatever they are; ?remove= takes some away", CardControl.Patch),
        ("DELETE", "/sim/tenants/{tenant}/cards/{id}", "takes the card away", CardControl.Delete),
        ("GET", "/sim/tenants/{tenant}/cards/{id}/ledger", "what its transactions come to", CardControl.Ledger),
        ("GET", "/sim/tenants/{tenant}/cards/{id}/transactions", "its transactions, newest first", TransactionControl.List),
        ("POST", "/sim/tenants/{tenant}/cards/{id}/transactions", "makes a transaction; any members", TransactionControl.Create),
        ("GET", "/sim/tenants/{tenant}/transactions/{id}", "one transaction", TransactionControl.Show),
        ("PATCH", "/sim/tenants/{tenant}/transactions/{id}", "plants members; ?remove= takes some away", TransactionControl.Patch),
        ("DELETE", "/sim/tenants/{tenant}/transactions/{id}", "takes the transaction away", TransactionControl.Delete),
        ("POST", "/sim/tenants/{tenant}/transactions/{id}/clear", "settles it, for amountCents or as authorized", TransactionControl.Clear),
        ("POST", "/sim/tenants/{tenant}/transactions/{id}/reverse", "withdraws the authorization", TransactionControl.Reverse),
    ];

    private static IEnumerable<(string Method, string Path, string Meaning)> Index => All.Select(route => (route.Method, route.Path, route.Meaning));

    public static void MapControl(this IEndpointRouteBuilder routes, Simulation simulation)
    {
        foreach (var path in All.GroupBy(route => route.Path, StringComparer.Ordinal))
        {
            var resource = new Resource([.. path.Select(route => (route.Method, route.Operation))]);
            routes.Map(path.Key, http => HandleAsync(http, simulation, resource));
        }

        routes.Map("/sim/{**path}", http => HandleAsync(http, simulation, Resource.Unknown));
    }

    private static Answer Reset(Call call)
    {
        call.Simulation.Reset();
        return Answer.Empty;
    }

    private static async Task HandleAsync(HttpContext http, Simulation simulation, Resource resource)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        using var answer = Decide(new Call(http.Request, simulation, bytes.ToArray()), resource);
        await answer.SendAsync(http);
    }

    private static Answer Decide(Call call, Resource resource)
    {
        try
        {
            return resource.Operation(call.Request.Method) is { } operation ? operation(call) : resource.Refuse(call.Request.Method);
        }
        catch (RefusedException refusal)
        {
            return refusal.ToAnswer();
        }
    }
}
