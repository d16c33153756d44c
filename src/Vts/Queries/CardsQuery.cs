using Extend;
using Microsoft.AspNetCore.Http;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Requests;
using static Vts.Queries.Parameters;

namespace Vts.Queries;

/// <summary>What a request for a list of cards asks for.</summary>
/// <param name="Filter">Which cards.</param>
/// <param name="Order">In which order.</param>
/// <param name="Limit">How many on a page; null for all in one.</param>
/// <param name="Cursor">Where the page begins; null for the beginning.</param>
internal sealed record CardsQuery(CardsFilter Filter, CardOrder Order, int? Limit, string? Cursor)
{
    private const int UsualPage = 100;

    private static readonly CardsQuery Plain = new(new CardsFilter(), CardOrder.Usual, Limit: null, Cursor: null);

    private static readonly Parameter[] Common =
        [Search, Recipient, CreditCard, ExpiringBefore, Tz, Sort, Queries.Parameters.Limit, CursorOf, FieldsOfCard, Bom, TextOf];

    /// <summary>The parameters of a list of all cards.</summary>
    public static QueryParameters Parameters { get; } = new([StatusOfCard, .. Common]);

    /// <summary>The parameters of a list of active cards.</summary>
    public static QueryParameters ParametersActive { get; } = new([.. Common]);

    /// <summary>How many cards the page has at most; null for all.</summary>
    public int? PageSize => Limit ?? (Cursor is null ? null : UsualPage);

    /// <summary>What this request asks for, for a handler's parameter.</summary>
    public static ValueTask<CardsQuery?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.QueryString.HasValue)
        {
            return new(Plain);
        }

        var query = new QueryReader(context.Request.Query);
        var filter = new CardsFilter
        {
            Statuses = query.Choices(StatusOfCard),
            Search = query.Text(Search),
            RecipientId = Id(query, Recipient, id => ExtendId.IsUser(id), "a user's id: u_ and 22 letters or digits."),
            CreditCardId = Id(query, CreditCard, id => ExtendId.IsCreditCard(id), "a credit card's id: cc_ and 22 letters or digits."),
            ExpiringBefore = DayOrMoment.Read(query, ExpiringBefore, TransactionsQuery.Zone(query))?.Begins,
        };
        var order = query.Choice(Sort) is { } sort ? CardOrder.Parse(sort) : CardOrder.Usual;
        return new(new CardsQuery(filter, order, query.Whole(Queries.Parameters.Limit, 1, TransactionsQuery.LargestPage), query.Single(CursorOf)));
    }

    /// <summary>What a cursor of this list belongs to.</summary>
    public string BindingOf(Caller caller) => Cursors.Binding(caller, Filter.Name, Order.Name);

    /// <summary>Refuses what would tell of a member that the caller may not see.</summary>
    public void EnsureAllowed(FieldRule rule)
    {
        Filter.EnsureAllowed(rule);
        Hidden.Refuse(rule, Sort, Order != CardOrder.Usual, Order.Member);
    }

    private static string? Id(QueryReader query, Parameter parameter, Func<string, bool> isOne, string what) =>
        query.Text(parameter) is not { } id ? null : isOne(id) ? id : throw InvalidQueryException.Of(parameter.Name, $"is {what}");
}
