using Extend.Simulator.Http;
using Extend.Simulator.Queries;

namespace Extend.Simulator.VirtualCards;

/// <summary>Which cards are asked for, and in which order: newest first, unless a sort field or a direction is given.</summary>
internal sealed record CardQuery
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);
    private static readonly CardQuery Everything = new() { Statuses = Nothing };

    public required IReadOnlySet<string> Statuses { get; init; }

    public string? Search { get; init; }

    public string? Recipient { get; init; }

    public string? Cardholder { get; init; }

    public string? CardholderOrViewer { get; init; }

    public string? CreditCardId { get; init; }

    public bool? Issued { get; init; }

    public bool? PendingRequest { get; init; }

    public string? SortField { get; init; }

    public bool Descending { get; init; }

    public static CardQuery Read(Call call)
    {
        var parameters = call.Parameters;
        var query = new CardQuery
        {
            Statuses = parameters.Joined("statuses").Concat(parameters.Joined("status")).ToHashSet(StringComparer.Ordinal),
            Search = parameters.Text("search"),
            Recipient = Person(call, "recipient"),
            Cardholder = Person(call, "cardholder"),
            CardholderOrViewer = Person(call, "cardholderOrViewer"),
            CreditCardId = parameters.Text("creditCardId"),
            Issued = parameters.Flag("issued"),
            PendingRequest = parameters.Flag("pendingRequest"),
            SortField = parameters.Text("sortField") ?? (Sorting.HasDirection(parameters) ? "createdAt" : null),
            Descending = Sorting.IsDescending(parameters),
        };
        return call.Switches.CardFiltersIgnored ? Everything with { SortField = query.SortField, Descending = query.Descending } : query;
    }

    public IReadOnlyList<VirtualCard> Apply(IReadOnlyList<VirtualCard> cards)
    {
        var chosen = IsAll ? cards : [.. cards.Where(Matches)];
        return SortField switch
        {
            "createdAt" => Sorting.By(chosen, card => card.CreatedAt, Descending),
            "updatedAt" or "activeClosedUpdatedAt" => Sorting.By(chosen, card => card.UpdatedAt, Descending),
            "balanceCents" => Sorting.By(chosen, card => card.BalanceCents, Descending),
            "displayName" => Sorting.By(chosen, card => card.DisplayName, Descending, StringComparer.OrdinalIgnoreCase),
            "status" => Sorting.By(chosen, card => card.Status, Descending, StringComparer.Ordinal),
            "type" => Sorting.By(chosen, card => card.Recurs, Descending),
            _ => chosen,
        };
    }

    private bool IsAll => this with { SortField = null, Descending = false, Statuses = Nothing } == Everything && Statuses.Count == 0;

    private bool Matches(VirtualCard card) =>
        (Statuses.Count == 0 || Statuses.Contains(card.Status))
        && (Recipient is null || card.Recipient.Id == Recipient)
        && (Cardholder is null || card.Cardholder.Id == Cardholder)
        && (CardholderOrViewer is null || card.Cardholder.Id == CardholderOrViewer || card.Recipient.Id == CardholderOrViewer)
        && (CreditCardId is null || card.CreditCard.Id == CreditCardId)
        && (Issued is null || Issued == (card.Status != "PENDING"))
        && (PendingRequest is null || PendingRequest == card.RequestedCents is not null)
        && (Search is null || IsFound(card, Search));

    private static bool IsFound(VirtualCard card, string search) =>
        card.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
        || card.Last4.Contains(search, StringComparison.Ordinal)
        || card.Recipient.FullName.Contains(search, StringComparison.OrdinalIgnoreCase)
        || card.Recipient.Email.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static string? Person(Call call, string name) =>
        call.Parameters.Text(name) is var id && id == "me" ? call.Caller!.User.Id : id;
}
