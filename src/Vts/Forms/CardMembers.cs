using Vts.Cards;
using Vts.Text;
using static Vts.Forms.MemberUse;

namespace Vts.Forms;

/// <summary>The members of a card.</summary>
public static class CardMembers
{
    /// <summary>All of them, in the contract's order: the usual ones first.</summary>
    public static IReadOnlyList<Member<Card>> All { get; } =
    [
        MemberOf.Text("id", Usual, static (Card card) => card.Id),
        MemberOf.Text("displayName", Usual, static (Card card) => card.DisplayName),
        MemberOf.Cents("limitCents", Usual, static (Card card) => card.LimitCents),
        MemberOf.Cents("balanceCents", Usual, static (Card card) => card.BalanceCents),
        MemberOf.Text("last4", Usual, static (Card card) => card.Last4),
        MemberOf.Text("status", Usual, static (Card card) => card.Status),
        MemberOf.Text("currency", UsualInCsv, static (Card card) => card.Facts.Currency),
        MemberOf.Exact("limit", UsualInCsv, static (Card card) => ExactAmount.Of(card.LimitCents, card.Facts.Currency)),
        MemberOf.Exact("balance", UsualInCsv, static (Card card) => ExactAmount.Of(card.BalanceCents, card.Facts.Currency)),
        MemberOf.Cents("spentCents", Wide, static (Card card) => card.Facts.SpentCents),
        MemberOf.Exact("spent", Wide, static (Card card) => ExactAmount.Of(card.Facts.SpentCents, card.Facts.Currency)),
        MemberOf.Cents("lifetimeSpentCents", Wide, static (Card card) => card.Facts.LifetimeSpentCents),
        MemberOf.Exact("lifetimeSpent", Wide, static (Card card) => ExactAmount.Of(card.Facts.LifetimeSpentCents, card.Facts.Currency)),
        MemberOf.Text("recipientId", Wide, static (Card card) => card.Facts.RecipientId),
        MemberOf.Text("recipientName", Wide, static (Card card) => card.Facts.RecipientName),
        MemberOf.Text("recipientEmail", Wide, static (Card card) => card.Facts.RecipientEmail),
        MemberOf.Text("cardholderId", Wide, static (Card card) => card.Facts.CardholderId),
        MemberOf.Text("cardholderName", Wide, static (Card card) => card.Facts.CardholderName),
        MemberOf.Text("cardholderEmail", Wide, static (Card card) => card.Facts.CardholderEmail),
        MemberOf.Text("creditCardId", Wide, static (Card card) => card.Facts.CreditCardId),
        MemberOf.Text("creditCardDisplayName", Wide, static (Card card) => card.Facts.CreditCardDisplayName),
        MemberOf.Text("companyName", Wide, static (Card card) => card.Facts.CompanyName),
        MemberOf.Text("cardType", Wide, static (Card card) => card.Facts.CardType),
        MemberOf.Text("network", Wide, static (Card card) => card.Facts.Network),
        MemberOf.Text("issuerName", Wide, static (Card card) => card.Facts.IssuerName),
        MemberOf.Time("expires", Wide, static (Card card) => card.Facts.Expires),
        MemberOf.Time("validFrom", Wide, static (Card card) => card.Facts.ValidFrom),
        MemberOf.Time("validTo", Wide, static (Card card) => card.Facts.ValidTo),
        MemberOf.Time("activeUntil", Wide, static (Card card) => card.Facts.ActiveUntil),
        MemberOf.Time("inactiveSince", Wide, static (Card card) => card.Facts.InactiveSince),
        MemberOf.Text("timezone", Wide, static (Card card) => card.Facts.Timezone),
        MemberOf.Flag("recurs", Wide, static (Card card) => card.Facts.Recurs),
        MemberOf.Flag("direct", Wide, static (Card card) => card.Facts.Direct),
        MemberOf.Flag("hasPlasticCard", Wide, static (Card card) => card.Facts.HasPlasticCard),
        MemberOf.Cents("minTransactionCents", Wide, static (Card card) => card.Facts.MinTransactionCents),
        MemberOf.Cents("maxTransactionCents", Wide, static (Card card) => card.Facts.MaxTransactionCents),
        MemberOf.Whole("maxTransactionCount", Wide, static (Card card) => card.Facts.MaxTransactionCount),
        MemberOf.Text("notes", Wide, static (Card card) => card.Facts.Notes),
        MemberOf.Time("createdAt", Wide, static (Card card) => card.Facts.CreatedAt),
        MemberOf.Time("updatedAt", Wide, static (Card card) => card.Facts.UpdatedAt),
    ];
}
