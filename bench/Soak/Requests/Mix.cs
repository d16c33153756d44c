using Vts.Bench.Soak.Checking.Expectations;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Requests;

/// <summary>The requests of the run, each as often as its weight says. For one thread.</summary>
internal sealed class Mix
{
    private const string NdJson = "application/x-ndjson";
    private const string Stale = "stale-if-error=60";

    private readonly Random _random;
    private readonly Func<IReadOnlyList<string>> _cards;
    private readonly (int Weight, Func<Ask> Make)[] _kinds;
    private readonly int _whole;

    public Mix(Random random, Func<IReadOnlyList<string>> cards)
    {
        (_random, _cards) = (random, cards);
        _kinds = [.. OneCard(), .. Cards(), .. OfOneCard(), .. OfAllCards(), .. Refused()];
        _whole = _kinds.Sum(kind => kind.Weight);
    }

    public Ask Next()
    {
        var at = _random.Next(_whole);
        return _kinds.First(kind => (at -= kind.Weight) < 0).Make();
    }

    /// <summary>One of each kind.</summary>
    public IEnumerable<Ask> OneOfEach() => _kinds.Select(kind => kind.Make());

    private IEnumerable<(int, Func<Ask>)> OneCard()
    {
        yield return (200, () => Card("card"));
        yield return (60, () => Card("card, by API key") with { Caller = Caller.Keyed });
        yield return (80, () => Card("card, conditional") with { IsConditional = true });
        yield return (25, () => Card("card, not kept") with { CacheControl = "no-cache" });
        yield return (40, () => Card("card, stale will do") with { CacheControl = Stale });
        yield return (10, () => Card("card, not kept, stale will do") with { CacheControl = $"no-cache, {Stale}" });
        yield return (10, () => Card("card, HEAD") with { Method = HttpMethod.Head, Expects = new HeadExpectation() });

        Ask Card(string name) => AnyCard() is var id ? new(name, $"/cards/{id}", new CardExpectation(id)) : null!;
    }

    private static IEnumerable<(int, Func<Ask>)> Cards()
    {
        yield return (50, () => List("cards", "/cards", CardsExpectation.All));
        yield return (30, () => List("cards, by API key", "/cards", CardsExpectation.All) with { Caller = Caller.Keyed });
        yield return (40, () => List("active cards", "/cards/active", CardsExpectation.Active));
        yield return (30, () => List("active cards, conditional", "/cards/active", CardsExpectation.Active) with { IsConditional = true });
        yield return (10, () => List("cards, stale will do", "/cards", CardsExpectation.All) with { CacheControl = Stale });
        yield return (3, () => List("cards, not kept", "/cards", CardsExpectation.All) with { CacheControl = "no-cache" });
        yield return (15, () => List("cards, compressed", "/cards", CardsExpectation.All) with { IsCompressed = true, IsConditional = true });
        yield return (12, () => List("cards, CSV", "/cards.csv", CardsExpectation.All with { Columns = Columns.CardsInCsv }));
        yield return (12, () => List("cards, NDJSON", "/cards", CardsExpectation.All) with { Accept = NdJson });
        yield return (8, () => List("cards, all members", "/cards?fields=all", CardsExpectation.All with { Columns = Columns.AllOfCards }));
        yield return (8, () => List("cards by status", "/cards?status=CLOSED,CANCELLED", CardsExpectation.Of(card => card.Status is "CLOSED" or "CANCELLED")));
        yield return (8, () => List("cards by search", "/cards?search=ued%20", CardsExpectation.Of(card => card.Row["displayName"].Contains("ued ", StringComparison.OrdinalIgnoreCase))));
        yield return (8, () => List("cards by name", "/cards?sort=displayName", CardsExpectation.All with { Order = CardOrder.Name }));
        yield return (6, () => List("cards, pages", "/cards?limit=20", CardsExpectation.All) with { FollowsLinks = true });
        yield return (20, () => List("cards, few members", "/cards", CardsExpectation.Active with { Columns = Columns.FewOfCards }) with { Caller = Caller.Narrow });
        yield return (20, () => List("cards, too often", "/cards", CardsExpectation.All) with { Caller = Caller.Greedy });

        static Ask List(string name, string path, CardsExpectation expects) => new(name, path, expects);
    }

    private IEnumerable<(int, Func<Ask>)> OfOneCard()
    {
        yield return (120, () => Of("a card's transactions"));
        yield return (40, () => Of("a card's transactions, by API key") with { Caller = Caller.Keyed });
        yield return (40, () => Of("a card's transactions, conditional") with { IsConditional = true });
        yield return (20, () => Of("a card's transactions, stale will do") with { CacheControl = Stale });
        yield return (10, () => Of("a card's transactions, not kept") with { CacheControl = "no-cache" });
        yield return (20, () => Of("a card's transactions, CSV", ".csv", Columns.TransactionsInCsv));
        yield return (10, () => Of("a card's transactions, NDJSON", ".ndjson"));
        yield return (6, () => History("a card's history, pages", "limit=15", _ => true, Caller.Whole));
        yield return (6, () => History("a card's history, pages, by API key", "limit=15", _ => true, Caller.Keyed));
        yield return (6, () => History("a card's pending transactions", "status=PENDING&limit=100", each => each.Status == "PENDING", Caller.Whole));

        Ask Of(string name, string suffix = "", Columns? columns = null) => AnyCard() is var id
            ? new(name, $"/cards/{id}/transactions{suffix}", new RecentExpectation(id, columns ?? Columns.Transactions)) : null!;

        Ask History(string name, string query, Func<Transaction, bool> filter, Caller caller) => AnyCard() is var id
            ? new(name, $"/cards/{id}/transactions?{query}", new HistoryExpectation(id, filter)) { FollowsLinks = true, Caller = caller } : null!;
    }

    private static IEnumerable<(int, Func<Ask>)> OfAllCards()
    {
        yield return (8, () => new("transactions", "/transactions", new AllRecentExpectation(Columns.Transactions, IsByCard: false)));
        yield return (4, () => new("transactions, conditional", "/transactions", new AllRecentExpectation(Columns.Transactions, IsByCard: false)) { IsConditional = true });
        yield return (3, () => new("transactions, by API key", "/transactions", new AllRecentExpectation(Columns.Transactions, IsByCard: false)) { Caller = Caller.Keyed });
        yield return (3, () => new("transactions, CSV", "/transactions.csv", new AllRecentExpectation(Columns.TransactionsInCsv, IsByCard: true)) { IsStreamed = true });
        yield return (3, () => new("transactions, NDJSON", "/transactions", new AllRecentExpectation(Columns.Transactions, IsByCard: true)) { Accept = NdJson, IsStreamed = true });
        yield return (1, () => new("sums by card", "/transactions/summary?groupBy=card", new SumsExpectation()));
    }

    private IEnumerable<(int, Func<Ask>)> Refused()
    {
        yield return (20, () => new("me", "/me", new MeExpectation()) { Caller = _random.Next(2) == 0 ? Caller.Whole : Caller.Keyed });
        yield return (20, () => Unlucky("unknown card", $"/cards/vc_{Letters(22)}", 404, "card_not_found"));
        yield return (10, () => Unlucky("unknown card's transactions", $"/cards/vc_{Letters(22)}/transactions", 404, "card_not_found"));
        yield return (5, () => Unlucky("malformed card", $"/cards/{Letters(5)}", 404, "card_not_found"));
        yield return (20, () => Unlucky("wrong token", "/cards", 401, "token_invalid") with { Caller = null, WrongToken = Letters(30) });
        yield return (10, () => Unlucky("no token", "/cards", 401, "token_missing") with { Caller = null });
        yield return (5, () => Unlucky("unknown parameter", $"/cards?{Letters(6)}=1", 400, "unknown_parameter"));
        yield return (5, () => Unlucky("invalid parameter", $"/cards?limit=x{Letters(3)}", 400, "invalid_parameter"));
        yield return (5, () => Unlucky("invalid cursor", $"/cards?cursor={Letters(40)}", 400, "invalid_cursor"));
        yield return (5, () => Unlucky("unknown path", $"/{Letters(8)}", 404, "route_not_found"));
        yield return (5, () => Unlucky("wrong method", "/cards", 405, "method_not_allowed") with { Method = HttpMethod.Delete });
        yield return (5, () => Unlucky("no such form", "/cards", 406, "not_acceptable") with { Accept = "text/html" });
        yield return (5, () => Unlucky("not within the scopes", "/transactions", 403, "scope_missing") with { Caller = Caller.Narrow });
        yield return (3, () => Unlucky("too long a line", $"/cards?search={Letters(9000)}", 414, "request_line_too_long"));

        static Ask Unlucky(string name, string path, int status, string code) => new(name, path, new RefusalExpectation(status, code));
    }

    private string AnyCard() => _cards() is var cards ? cards[_random.Next(cards.Count)] : "";

    private string Letters(int count) => string.Create(count, _random, static (text, random) =>
        random.GetItems("abcdefghijklmnopqrstuvwxyz0123456789", text));
}
