using Extend.Simulator.Companies;

namespace Extend.Simulator.VirtualCards;

/// <summary>
/// A tenant's cards, newest first. Each is generated when first asked for; readers never wait, and an edit puts a new
/// card in the old one's place.
/// </summary>
internal sealed class CardShelf(Company company, CardGenerator generator, int count)
{
    private readonly VirtualCard?[] _generated = new VirtualCard?[count];
    private readonly Lock _edits = new();
    private Dictionary<string, VirtualCard?>? _edited;
    private VirtualCard[]? _sorted;
    private int _made;

    /// <summary>Grows with every edit; what is derived from the cards is good for one version.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<VirtualCard> All => _edited is null ? new Untouched(this) : _sorted ??= Sort();

    public VirtualCard? Find(string id)
    {
        if (_edited is { } edited && edited.TryGetValue(id, out var card))
        {
            return card;
        }

        // The demo tenant's first card has a well-known id that carries no number.
        var number = company.PlaceOf(id)?.Card ?? 0;
        return number < _generated.Length && Generated(number) is var candidate && candidate.Id == id ? candidate : null;
    }

    /// <summary>The card by number, as it now is; null when there is none, or no longer.</summary>
    public VirtualCard? Find(int number)
    {
        if (number < _generated.Length)
        {
            return Find(Generated(number).Id);
        }

        return _edited?.Values.FirstOrDefault(card => card?.Number == number);
    }

    /// <summary>The number for a card made by hand.</summary>
    public int NextNumber() => count + Interlocked.Increment(ref _made) - 1;

    /// <summary>Puts a card in its place, or takes the card with this id away when there is none to put.</summary>
    public void Put(string id, VirtualCard? card)
    {
        lock (_edits)
        {
            _edited = new Dictionary<string, VirtualCard?>(_edited ?? [], StringComparer.Ordinal) { [id] = card };
            _sorted = null;
            Version++;
        }
    }

    private VirtualCard Generated(int number) =>
        _generated[number] ?? Interlocked.CompareExchange(ref _generated[number], generator.Make(number), null) ?? _generated[number]!;

    private VirtualCard[] Sort()
    {
        lock (_edits)
        {
            var edited = _edited!;
            var all = Enumerable.Range(0, count).Select(Generated).Where(card => !edited.ContainsKey(card.Id))
                .Concat(edited.Values.OfType<VirtualCard>());
            return _sorted = [.. all.OrderByDescending(card => card.CreatedAt).ThenByDescending(card => card.Id, StringComparer.Ordinal)];
        }
    }

    private sealed class Untouched(CardShelf shelf) : IReadOnlyList<VirtualCard>
    {
        public int Count => shelf._generated.Length;

        public VirtualCard this[int index] => shelf.Generated(index);

        public IEnumerator<VirtualCard> GetEnumerator() => Enumerable.Range(0, Count).Select(shelf.Generated).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
