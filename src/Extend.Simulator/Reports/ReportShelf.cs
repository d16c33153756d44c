using System.Collections.Concurrent;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Reports;

/// <summary>Keeps the last few reports, so that paging through one does not make it anew for every page.</summary>
internal sealed class ReportShelf(Tenant tenant)
{
    private const int Most = 4;

    private readonly ConcurrentDictionary<(ReportQuery Query, string Statuses, int Version), IReadOnlyList<ReportRow>> _kept = new();

    /// <summary>Every transaction that the query takes in, in its order.</summary>
    public IReadOnlyList<ReportRow> Rows(ReportQuery query)
    {
        if (query.VirtualCardId is { } id)
        {
            return query.Apply(tenant.Cards.Find(id) is { } card ? tenant.RowsOf(card) : []);
        }

        var key = (query with { Statuses = [] }, string.Join('\n', query.Statuses), tenant.Cards.Version);
        if (_kept.TryGetValue(key, out var rows))
        {
            return rows;
        }

        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        return _kept[key] = query.Apply(tenant.Cards.All.SelectMany(tenant.RowsOf));
    }
}
