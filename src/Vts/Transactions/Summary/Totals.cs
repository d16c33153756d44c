using Extend;
using Vts.Cards;

namespace Vts.Transactions.Summary;

/// <summary>Adds transactions up by group and currency.</summary>
internal sealed class Totals(Grouping grouping, Card[] cards)
{
    private readonly Dictionary<(string? Key, string? Currency), Total> _totals = [];

    /// <summary>Adds one.</summary>
    public void Add(Transaction transaction)
    {
        var key = (grouping.KeyOf(transaction), grouping.ByCurrency ? transaction.Currency : null);
        if (!_totals.TryGetValue(key, out var total))
        {
            _totals[key] = total = new Total();
        }

        total.Add(transaction);
    }

    /// <summary>A row for each group and currency, by key, then currency; groups of cards in the order of cards.</summary>
    /// <exception cref="ExtendException">A sum is beyond what can be an amount.</exception>
    public SummaryRow[] Rows()
    {
        var places = cards.Index().ToDictionary(card => card.Item.Id, card => card.Index, StringComparer.Ordinal);
        var names = grouping.By is GroupBy.Card ? cards.ToDictionary(card => card.Id, card => card.DisplayName, StringComparer.Ordinal) : null;
        return
        [
            .. _totals
                .OrderBy(entry => names is null ? 0 : places.GetValueOrDefault(entry.Key.Key ?? "", int.MaxValue))
                .ThenBy(entry => entry.Key.Key, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Currency, StringComparer.Ordinal)
                .Select(entry => new SummaryRow(
                    entry.Key.Key, names?.GetValueOrDefault(entry.Key.Key ?? ""), entry.Key.Currency, entry.Value.Transactions, entry.Value.Counted, entry.Value.Cents)),
        ];
    }

    private sealed class Total
    {
        private Int128 _cents;
        private bool _isUnknown;

        public long Transactions { get; private set; }

        public long Counted { get; private set; }

        public long? Cents => _isUnknown ? null
            : _cents >= long.MinValue && _cents <= long.MaxValue ? (long)_cents
            : throw new ExtendException(ExtendFault.AnswerInconsistent);

        public void Add(Transaction transaction)
        {
            Transactions++;
            if (!transaction.CountsInTotal)
            {
                return;
            }

            Counted++;
            _cents += transaction.AmountCents ?? 0;
            _isUnknown |= transaction.AmountCents is null;
        }
    }
}
