using Extend;
using Extend.VirtualCards;
using Vts.Forms;
using Vts.Text;

namespace Vts.Cards;

/// <summary>A virtual card as callers see it. Amounts are in minor units of the card's currency (cents for USD).</summary>
/// <param name="Id">Extend's identifier: <c>vc_</c> and 22 letters or digits.</param>
/// <param name="DisplayName">The name given to the card. Free text, cleaned; what could be a card number in it is masked. Null if Extend tells none.</param>
/// <param name="LimitCents">Spending limit of the present period, in minor units. Null if Extend tells none.</param>
/// <param name="BalanceCents">What can still be spent, in minor units. Null if Extend tells none.</param>
/// <param name="Last4">Last four digits of the card's number, as text: leading zeros count. Null if Extend tells none.</param>
/// <param name="Status">Extend's status: ACTIVE, CANCELLED, PENDING, EXPIRED, CLOSED, CONSUMED; expect others.</param>
public sealed record Card(string Id, string? DisplayName, long? LimitCents, long? BalanceCents, string? Last4, string Status) : ICleaned<Card>
{
    /// <summary>The status of a card that can be spent from.</summary>
    public const string Active = "ACTIVE";

    /// <summary>What else there is of it.</summary>
    internal CardFacts Facts { get; init; } = CardFacts.None;

    /// <summary>The same card with its text as Extend tells it; null where cleaning changed none.</summary>
    internal Card? AsTold { get; init; }

    Card ICleaned<Card>.Raw => AsTold ?? this;

    internal static Card From(VirtualCard card)
    {
        var clean = new TextIntake(isRaw: false);
        var made = Of(card, clean);
        return clean.HasChanged ? made with { AsTold = Of(card, new TextIntake(isRaw: true)) } : made;
    }

    private static Card Of(VirtualCard card, TextIntake text) => new(
        TextIntake.Id(card.Id, ExtendId.IsVirtualCard(card.Id)), text.Line(card.DisplayName), card.LimitCents, card.BalanceCents, text.Line(LastFour.Of(card.Last4)), text.Line(card.Status))
    {
        Facts = CardFacts.Of(card, text),
    };
}
