using System.Globalization;
using Extend.Connections;
using Extend.Json;

namespace Extend.Transactions;

/// <summary>
/// The report's pages for one card, newest first, and what they show about their order. Extend does not say whether the
/// report's <c>date</c> is the authorization or the settlement.
/// </summary>
internal sealed class ReportPages(Connection connection)
{
    // Days are of an unknown time zone, and whether the last is taken in is not known either.
    private const int DaysOfMargin = 2;

    private volatile bool _isOrderedByAuthorization;

    /// <summary>Whether a page has proved that <c>date</c> is the authorization, and none has shown otherwise since.</summary>
    public bool IsOrderedByAuthorization => _isOrderedByAuthorization;

    /// <summary>Reads a page, within the stretch's bounds only if asked to: the bounds too are on <c>date</c>.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async Task<IReadOnlyList<Transaction>> ReadAsync(HistoryStretch stretch, ReportPage page, bool isBounded, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture,
            $"reports/transactions/v2?page={page.Number}&perPage={page.Size}&virtualCardId={stretch.CardId}&sort=-date{Statuses(stretch)}");
        var answer = await connection.GetAsync(
            new Read("reportTransactions", isBounded ? path + Bounds(stretch) : path, stretch.Asking),
            stretch.IsBrief ? BriefJson.ReportAnswer : ExtendJson.Default.ReportAnswer,
            cancellationToken);
        var rows = (answer.Report?.Transactions).OrInconsistent();
        LearnFrom(rows);
        return rows;
    }

    private void LearnFrom(IReadOnlyList<Transaction> rows)
    {
        if (ReportOrder.ProvesAuthorization(rows))
        {
            _isOrderedByAuthorization = true;
        }
        else if (!ReportOrder.FollowsAuthorization([.. rows.Where(row => row.AuthedAt is not null)]))
        {
            _isOrderedByAuthorization = false;
        }
    }

    private static string Statuses(HistoryStretch stretch) =>
        string.Concat(stretch.Statuses.Select(status => $"&status={Uri.EscapeDataString(status)}"));

    private static string Bounds(HistoryStretch stretch) =>
        Day("since", stretch.Bottom, -DaysOfMargin) + Day("until", stretch.Top, DaysOfMargin);

    private static string Day(string name, DateTimeOffset? moment, int margin)
    {
        if (moment is null)
        {
            return "";
        }

        var day = DateOnly.FromDateTime(moment.Value.UtcDateTime).DayNumber + margin;
        var bounded = DateOnly.FromDayNumber(Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
        return string.Create(CultureInfo.InvariantCulture, $"&{name}={bounded:yyyy-MM-dd}");
    }
}
