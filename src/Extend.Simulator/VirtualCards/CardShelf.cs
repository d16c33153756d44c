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

    // Replaced whole, never changed; null stands for a card that was taken away.
    private volatile Dictionary<string, VirtualCard?>? _edited;
    private volatile VirtualCard[]? _sorted;
    private int _madeByHand;

    /// <summary>Grows with every edit; what is derived from the cards is good for one version.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<VirtualCard> All => _edited is null ? new Untouched(this) : _sorted ?? Sort();

    /// <summary>The cards that were made or changed by hand.</summary>
    public IEnumerable<VirtualCard> Edited => _edited?.Values.OfType<VirtualCard>() ?? [];

    public VirtualCard? Find(string id)
    {
        if (_edited is { } edited && edited.TryGetValue(id, out var card))
        {
            return card;
        }

        // The demo tenant's first card has a well-known id that carries no number.
        var number = company.PlaceOf(id)?.Card ?? 0;
        return number < count && Generated(number) is var candidate && candidate.Id == id ? candidate : null;
    }

    public VirtualCard? Find(int number) =>
        number < count ? Find(Generated(number).Id) : Edited.FirstOrDefault(card => card.Number == number);

    /// <summary>The number of the next card, or transaction, that is made by hand.</summary>
    public int NextNumber() => count + Interlocked.Increment(ref _madeByHand) - 1;

    public void Add(VirtualCard card) => Put(card.Id, card);

    /// <summary>Puts what becomes of a card in its place: null takes it away. False when there is no such card.</summary>
    public bool Edit(string id, Func<VirtualCard, VirtualCard?> change)
    {
        lock (_edits)
        {
            if (Find(id) is not { } card)
            {
                return false;
            }

            Put(id, change(card));
            return true;
        }
    }

    private void Put(string id, VirtualCard? card)
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
            var all = Enumerable.Range(0, count).Select(Generated).Where(card => !edited.ContainsKey(card.Id)).Concat(Edited);
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
