using System.Collections.Immutable;

namespace Vts.Bench.Soak.World;

/// <summary>
/// Changes what Extend holds, one change after the other, and tells the timeline: cards are issued, renamed, closed and taken away,
/// transactions authorized, cleared and withdrawn. How much there is stays about the same.
/// </summary>
internal sealed class Changes(Simulator extend, Mapping mapping, SoakClock clock, Random random)
{
    private const int MostIssued = 8;
    private const int MostTransactions = 40;

    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly List<string> _issued = [];
    private string[] _first = [];

    /// <summary>The ids of all cards that there ever were, for requests.</summary>
    public ImmutableArray<string> Known { get; private set; } = [];

    /// <summary>Reads what there is at first.</summary>
    public Timeline Begin()
    {
        var cards = ImmutableDictionary.CreateBuilder<string, Card>(StringComparer.Ordinal);
        foreach (var card in extend.Cards().EnumerateArray())
        {
            var id = card.GetProperty("id").GetString()!;
            cards[id] = mapping.CardOf(card, extend.Transactions(id), _made);
        }

        _first = [.. cards.Keys.Order(StringComparer.Ordinal)];
        Known = [.. _first];
        return new(new Moment(TimeSpan.MinValue, TimeSpan.MinValue, cards.ToImmutable()));
    }

    /// <summary>Makes a change each time, until it is cancelled.</summary>
    public void Run(Timeline timeline, TimeSpan between, CancellationToken cancellationToken)
    {
        do
        {
            Change(timeline);
        }
        while (!cancellationToken.WaitHandle.WaitOne(between * (0.5 + random.NextDouble())));
    }

    private void Change(Timeline timeline)
    {
        timeline.Begin();
        var (began, now) = (clock.Now, timeline.Latest);
        var cardId = Any();
        var card = now.Find(cardId)!;
        var pending = card.Transactions.FirstOrDefault(each => each is { Status: "PENDING" } && each.Row["type"] == "DEBIT");
        switch (random.Next(20))
        {
            case < 3 when pending is not null:
                extend.Clear(pending.Id, random.Next(100, 20_000));
                break;
            case < 5 when pending is not null:
                extend.Reverse(pending.Id);
                break;
            case 5 or 6:
                extend.Change(cardId, new() { ["displayName"] = $"Renamed {random.Next(1000)}" });
                break;
            case 7 or 8:
                extend.Change(cardId, new() { ["status"] = card.IsActive ? "CLOSED" : "ACTIVE" });
                break;
            case 9 or 10 when _issued.Count < MostIssued:
                cardId = extend.Issue(new() { ["displayName"] = $"Issued {random.Next(1000)}", ["limitCents"] = random.Next(1000, 90_000) });
                _issued.Add(cardId);
                Known = [.. _first, .. _issued];
                break;
            case 11 or 12 when _issued.Count > 1:
                cardId = _issued[0];
                extend.Remove(cardId);
                timeline.Add(new(began, clock.Now, now.Cards.Remove(cardId)));
                _issued.RemoveAt(0);
                return;
            case > 12 when card.Transactions.Length >= MostTransactions:
                extend.Forget(card.Transactions.Last(each => each.IsMade).Id);
                break;
            default:
                _made.Add(extend.Authorize(cardId, new() { ["authBillingAmountCents"] = random.Next(100, 20_000) }));
                break;
        }

        var settled = clock.Now;
        var changed = mapping.CardOf(extend.Card(cardId), extend.Transactions(cardId), _made);
        timeline.Add(new(began, settled, now.Cards.SetItem(cardId, changed)));
    }

    // Issued cards are changed as often as all the others, as some are soon gone again.
    private string Any() => _issued.Count > 0 && random.Next(4) == 0 ? _issued[random.Next(_issued.Count)] : _first[random.Next(_first.Length)];
}
