using Vts.Text;
using Vts.Transactions;
using static Vts.Forms.MemberUse;

namespace Vts.Forms;

/// <summary>The members of a transaction.</summary>
public static class TransactionMembers
{
    private static readonly Lazy<HashSet<string>> WideNames = new(() => All!.Where(member => member.Use is MemberUse.Wide).Select(member => member.Name).ToHashSet(StringComparer.Ordinal));

    /// <summary>All of them, in the contract's order: the usual ones first.</summary>
    public static IReadOnlyList<Member<Transaction>> All { get; } =
    [
        MemberOf.Text("id", Usual, static (Transaction row) => row.Id),
        MemberOf.Text("cardId", Usual, static (Transaction row) => row.CardId),
        MemberOf.Text("status", Usual, static (Transaction row) => row.Status),
        MemberOf.Text("type", Usual, static (Transaction row) => row.Type),
        MemberOf.Cents("amountCents", Usual, static (Transaction row) => row.AmountCents),
        MemberOf.Text("currency", Usual, static (Transaction row) => row.Currency),
        MemberOf.Text("merchantName", Usual, static (Transaction row) => row.MerchantName),
        MemberOf.Text("mcc", Usual, static (Transaction row) => row.Mcc),
        MemberOf.Time("authorizedAt", Usual, static (Transaction row) => row.AuthorizedAt),
        MemberOf.Time("clearedAt", Usual, static (Transaction row) => row.ClearedAt),
        MemberOf.Exact("amount", UsualInCsv, static (Transaction row) => ExactAmount.Of(row.AmountCents, row.Currency)),
        MemberOf.Flag("countsInTotal", UsualInCsv, static (Transaction row) => row.CountsInTotal),
        MemberOf.Text("cardDisplayName", Wide, static (Transaction row) => row.Facts.CardDisplayName),
        MemberOf.Text("last4", Wide, static (Transaction row) => row.Facts.Last4),
        MemberOf.Cents("authorizedAmountCents", Wide, static (Transaction row) => row.Facts.AuthorizedAmountCents),
        MemberOf.Cents("clearedAmountCents", Wide, static (Transaction row) => row.Facts.ClearedAmountCents),
        MemberOf.Cents("merchantAmountCents", Wide, static (Transaction row) => row.Facts.MerchantAmountCents),
        MemberOf.Exact("merchantAmount", Wide, static (Transaction row) => ExactAmount.Of(row.Facts.MerchantAmountCents, row.Facts.MerchantCurrency)),
        MemberOf.Text("merchantCurrency", Wide, static (Transaction row) => row.Facts.MerchantCurrency),
        MemberOf.Exact("exchangeRate", Wide, static (Transaction row) => row.Facts.ExchangeRate),
        MemberOf.Text("merchantId", Wide, static (Transaction row) => row.Facts.MerchantId),
        MemberOf.Text("merchantAddress", Wide, static (Transaction row) => row.Facts.MerchantAddress),
        MemberOf.Text("merchantCity", Wide, static (Transaction row) => row.Facts.MerchantCity),
        MemberOf.Text("merchantState", Wide, static (Transaction row) => row.Facts.MerchantState),
        MemberOf.Text("merchantZip", Wide, static (Transaction row) => row.Facts.MerchantZip),
        MemberOf.Text("merchantCountry", Wide, static (Transaction row) => row.Facts.MerchantCountry),
        MemberOf.Text("mccGroup", Wide, static (Transaction row) => row.Facts.MccGroup),
        MemberOf.Text("mccDescription", Wide, static (Transaction row) => row.Facts.MccDescription),
        MemberOf.Text("source", Wide, static (Transaction row) => row.Facts.Source),
        MemberOf.Text("recipientId", Wide, static (Transaction row) => row.Facts.RecipientId),
        MemberOf.Text("recipientName", Wide, static (Transaction row) => row.Facts.RecipientName),
        MemberOf.Text("recipientEmail", Wide, static (Transaction row) => row.Facts.RecipientEmail),
        MemberOf.Text("cardholderId", Wide, static (Transaction row) => row.Facts.CardholderId),
        MemberOf.Text("cardholderName", Wide, static (Transaction row) => row.Facts.CardholderName),
        MemberOf.Text("cardholderEmail", Wide, static (Transaction row) => row.Facts.CardholderEmail),
        MemberOf.Text("nameOnCard", Wide, static (Transaction row) => row.Facts.NameOnCard),
        MemberOf.Text("declineReasons", Wide, static (Transaction row) => row.Facts.DeclineReasons),
        MemberOf.Text("approvalCode", Wide, static (Transaction row) => row.Facts.ApprovalCode),
        MemberOf.Text("referenceId", Wide, static (Transaction row) => row.Facts.ReferenceId),
        MemberOf.Whole("attachmentsCount", Wide, static (Transaction row) => row.Facts.AttachmentsCount),
        MemberOf.Flag("receiptRequired", Wide, static (Transaction row) => row.Facts.ReceiptRequired),
        MemberOf.Text("reviewStatus", Wide, static (Transaction row) => row.Facts.ReviewStatus),
        MemberOf.Text("creditCardId", Wide, static (Transaction row) => row.Facts.CreditCardId),
        MemberOf.Text("creditCardDisplayName", Wide, static (Transaction row) => row.Facts.CreditCardDisplayName),
        MemberOf.Text("notes", Wide, static (Transaction row) => row.Facts.Notes),
        MemberOf.Time("updatedAt", Wide, static (Transaction row) => row.Facts.UpdatedAt),
    ];

    /// <summary>Whether a member of this name is written only where it is asked for.</summary>
    internal static bool IsWide(string name) => WideNames.Value.Contains(name);
}
