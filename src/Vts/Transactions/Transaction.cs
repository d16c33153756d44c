using Extend;
using Extend.Transactions;
using Vts.Forms;
using Vts.Text;
using Source = Extend.Transactions.Transaction;

namespace Vts.Transactions;

/// <summary>A transaction as callers see it.</summary>
/// <param name="Id">Extend's identifier: <c>txn_</c> and 22 letters or digits. It stays the same from authorization to settlement.</param>
/// <param name="CardId">The card it was made with.</param>
/// <param name="Status">Extend's status: PENDING, CLEARED, DECLINED, NO_MATCH, AVS_PASS, AVS_FAIL, AUTH_REVERSAL; expect others.</param>
/// <param name="Type">DEBIT, CREDIT (a refund) or AVS (an address check); expect others. Null if Extend tells none.</param>
/// <param name="AmountCents">
/// The settled amount once CLEARED, and for NO_MATCH, which settled without an authorization; the authorized amount otherwise. In minor
/// units of <c>currency</c>; a CREDIT's is never above 0. Null if Extend tells none.
/// </param>
/// <param name="Currency">ISO 4217 code of the amount: the card's billing currency. Null if Extend tells none.</param>
/// <param name="MerchantName">The merchant's own descriptor. Free text, cleaned; what could be a card number in it is masked.</param>
/// <param name="Mcc">Merchant category code, four digits.</param>
/// <param name="AuthorizedAt">When it was authorized, UTC.</param>
/// <param name="ClearedAt">When it settled, UTC; null until then.</param>
public sealed record Transaction(
    string Id,
    string CardId,
    string Status,
    string? Type,
    long? AmountCents,
    string? Currency,
    string? MerchantName,
    string? Mcc,
    DateTimeOffset? AuthorizedAt,
    DateTimeOffset? ClearedAt) : ICleaned<Transaction>
{
    private const string Pending = "PENDING";
    private const string NoMatch = "NO_MATCH";

    /// <summary>Whether its amount belongs in a total of what was spent and is held.</summary>
    internal bool CountsInTotal => Status is Pending or TransactionStatus.Cleared or NoMatch;

    /// <summary>What else there is of it.</summary>
    internal TransactionFacts Facts { get; init; } = TransactionFacts.None;

    /// <summary>The same transaction with its text as Extend tells it; null where cleaning changed none.</summary>
    internal Transaction? AsTold { get; init; }

    Transaction ICleaned<Transaction>.Raw => AsTold ?? this;

    internal static Transaction From(string cardId, Source source)
    {
        var clean = new TextIntake(isRaw: false);
        var made = Of(cardId, source, clean);
        return clean.HasChanged ? made with { AsTold = Of(cardId, source, new TextIntake(isRaw: true)) } : made;
    }

    private static Transaction Of(string cardId, Source source, TextIntake text)
    {
        // A pending purchase has a clearing amount of 0, not none: the status decides, never the absence of the other.
        var isSettled = source.Status is TransactionStatus.Cleared or NoMatch;
        return new(
            TextIntake.Id(source.Id, ExtendId.IsTransaction(source.Id)),
            cardId,
            text.Line(source.Status),
            text.Line(source.Type),
            RefundSign.Of(source.Type, isSettled ? source.ClearingBillingAmountCents : source.AuthBillingAmountCents),
            text.Line(isSettled ? source.ClearingBillingCurrency : source.AuthBillingCurrency),
            text.Line(source.MerchantName),
            text.Line(source.Mcc),
            source.AuthedAt,
            source.ClearedAt)
        {
            Facts = TransactionFacts.Of(source, isSettled, text),
        };
    }
}
