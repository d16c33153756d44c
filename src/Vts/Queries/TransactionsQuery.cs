using Extend.Transactions;
using Microsoft.AspNetCore.Http;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Forms;
using Vts.Requests;
using static Vts.Queries.Parameters;
using Transaction = Vts.Transactions.Transaction;

namespace Vts.Queries;

/// <summary>What a request for a list of transactions asks for.</summary>
/// <param name="Filter">Which transactions.</param>
/// <param name="Limit">How many on a page; null if the caller says nothing.</param>
/// <param name="IsWhole">Whether the whole history is asked for in one answer.</param>
/// <param name="Cursor">Where the page begins; null for the beginning.</param>
internal sealed record TransactionsQuery(TransactionFilter Filter, int? Limit, bool IsWhole, string? Cursor)
{
    /// <summary>The most rows on a page.</summary>
    public const int LargestPage = 500;

    /// <summary>How many rows a page of a list has that is not a page by itself, where the caller has only a cursor.</summary>
    public const int UsualPage = 100;

    private const string All = "all";

    private static readonly TransactionsQuery Plain = new(new TransactionFilter(), Limit: null, IsWhole: false, Cursor: null);

    /// <summary>The parameters it takes.</summary>
    public static QueryParameters Parameters { get; } = new([.. FilterParameters, LimitOrAll, CursorOf, FieldsOfTransaction, Bom, TextOf]);

    /// <summary>Whether a page of the history is asked for.</summary>
    public bool IsPage => Limit is not null || Cursor is not null;

    /// <summary>Whether nothing but the usual most recent transactions is asked for.</summary>
    public bool IsUsual => !IsPage && !IsWhole && Filter.IsAll;

    /// <summary>The parameters of the filter.</summary>
    internal static Parameter[] FilterParameters => [Status, Queries.Parameters.Type, From, To, Tz, MinAmount, MaxAmount, Merchant, Mcc];

    /// <summary>What this request asks for, for a handler's parameter.</summary>
    public static ValueTask<TransactionsQuery?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.QueryString.HasValue)
        {
            return new(Plain);
        }

        var query = new QueryReader(context.Request.Query);
        var isWhole = query.Single(LimitOrAll) == All;
        var wanted = new TransactionsQuery(ReadFilter(query), isWhole ? null : query.Whole(LimitOrAll, 1, LargestPage), isWhole, query.Single(CursorOf));
        return isWhole && wanted.Cursor is not null ? throw InvalidQueryException.Of(LimitOrAll.Name, "is a number where there is a cursor.") : new(wanted);
    }

    /// <summary>The filter of a request.</summary>
    public static TransactionFilter ReadFilter(QueryReader query)
    {
        var zone = Zone(query);
        var (from, to) = (DayOrMoment.Read(query, From, zone), DayOrMoment.Read(query, To, zone));
        var filter = new TransactionFilter
        {
            Statuses = query.Choices(Status),
            Types = query.Choices(Queries.Parameters.Type),
            Mccs = ReadMccs(query),
            From = from?.Begins,
            Before = to?.Ends,
            MinAmountCents = query.Whole(MinAmount),
            MaxAmountCents = query.Whole(MaxAmount),
            Merchant = query.Text(Merchant),
        };
        return from is not null && to is not null && from.IsAfter(to) ? throw InvalidQueryException.Of(From.Name, "must be before 'to'.")
            : filter.MinAmountCents > filter.MaxAmountCents ? throw InvalidQueryException.Of(MinAmount.Name, "is more than 'maxAmount'.")
            : filter;
    }

    /// <summary>The time zone of a request's days.</summary>
    public static DayZone Zone(QueryReader query) => query.Text(Tz) is { } name ? DayZone.Parse(name) : DayZone.Utc;

    /// <summary>What a cursor of this list belongs to.</summary>
    /// <param name="caller">Whose it is.</param>
    /// <param name="cardId">The card whose list it is; empty for that of all cards.</param>
    public string BindingOf(Caller caller, string cardId = "") => Cursors.Binding(caller, Filter.Name, cardId);

    /// <summary>Where the page begins; null for the beginning.</summary>
    public HistoryPosition? After(Cursors cursors, string operation, string binding) =>
        Cursor is null ? null
        : cursors.Read(operation, binding, Cursor) is var position ? new HistoryPosition(position.Moment, position.Id)
        : null;

    /// <summary>The cursor that leads on after a row.</summary>
    public static string Next(Cursors cursors, string operation, string binding, Transaction last) =>
        cursors.Write(operation, binding, new CursorPosition(last.Id) { Moment = last.AuthorizedAt });

    /// <summary>Refuses what would tell of a member that the caller may not see, and a whole history as one JSON array.</summary>
    public void EnsureAllowed(FieldRule rule, Form form)
    {
        Filter.EnsureAllowed(rule);
        if (IsWhole && form is Form.Json)
        {
            throw InvalidQueryException.Of(LimitOrAll.Name, "is 'all' for NDJSON and CSV alone, as in /transactions.csv?limit=all. For JSON give 1 to 500 and follow the field Link.");
        }
    }

    private static IReadOnlyList<string>? ReadMccs(QueryReader query) => query.List(Mcc) is not { } codes ? null
        : codes.All(code => code.Length == 4 && code.All(char.IsAsciiDigit)) ? [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : throw InvalidQueryException.Of(Mcc.Name, "is a merchant category code of four digits, as 7011.");
}
