using Extend.Simulator.Companies;
using Extend.Simulator.Reports;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Events;

/// <summary>The last thing that happened to a transaction. Address checks make no event.</summary>
internal sealed record Event(string Id, string Type, DateTimeOffset At, ReportRow Row)
{
    public static Event? Of(Company company, ReportRow row)
    {
        var transaction = row.Transaction;
        (string, DateTimeOffset)? happened = transaction.Status switch
        {
            "PENDING" => ("transaction.authorized", transaction.AuthedAt),
            "DECLINED" => ("transaction.declined", transaction.AuthedAt),
            "AUTH_REVERSAL" => ("transaction.reversed", transaction.UpdatedAt),
            "CLEARED" => ("transaction.settled", transaction.ClearedAt ?? transaction.UpdatedAt),
            "NO_MATCH" => ("transaction.updated.no_match", transaction.ClearedAt ?? transaction.UpdatedAt),
            _ => null,
        };
        return happened is not var (type, at)
            ? null
            : new Event(company.NewId("evt", at, row.Card.Number, company.PlaceOf(transaction.Id)?.Item ?? Place.None), type, at, row);
    }
}
