using System.Text.Json;
using Extend.Simulator.Companies;
using Extend.Simulator.Json;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.VirtualCards;

/// <summary>Writes how a recurring card refills: on the first of each month, for ever.</summary>
internal static class RecurrenceJson
{
    private static readonly DateTimeOffset Next = new(2026, 4, 1, 4, 0, 0, TimeSpan.Zero);

    public static void Write(Utf8JsonWriter json, Members row, Company company, VirtualCard card, bool nulls)
    {
        if (!row.Object("recurrence"u8, card.Recurs))
        {
            return;
        }

        var refilledAt = TenantPlan.PeriodStart.AddMilliseconds(3_020);
        var recurrence = new Members(json, nulls);
        recurrence.Text("id"u8, company.NewId("rec", card.CreatedAt, card.Number));
        recurrence.Number("balanceCents"u8, card.LimitCents);
        recurrence.Text("period"u8, "MONTHLY");
        recurrence.Number("interval"u8, 1L);
        recurrence.Text("terminator"u8, "NONE");
        recurrence.Number("count"u8, default(long?));
        recurrence.Time("until"u8, null);
        recurrence.Number("byWeekDay"u8, default(long?));
        recurrence.Number("byMonthDay"u8, 1L);
        recurrence.Number("byYearDay"u8, default(long?));
        recurrence.Time("prevRecurrenceAt"u8, TenantPlan.PeriodStart);
        recurrence.Time("nextRecurrenceAt"u8, Next);
        recurrence.Number("currentCount"u8, Months(card.CreatedAt, TenantPlan.PeriodStart));
        recurrence.Number("remainingCount"u8, default(long?));
        recurrence.Time("createdAt"u8, card.CreatedAt);
        recurrence.Time("updatedAt"u8, refilledAt > card.CreatedAt ? refilledAt : card.CreatedAt);
        recurrence.End();
    }

    private static long Months(DateTimeOffset from, DateTimeOffset to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
