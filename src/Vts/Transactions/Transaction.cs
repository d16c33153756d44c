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
/// The settled amount once CLEARED, the authorized amount otherwise, in minor units of <c>currency</c>, with Extend's own sign.
/// Null if Extend tells none.
/// </param>
/// <param name="Currency">ISO 4217 code of the amount: the card's billing currency. Null if Extend tells none.</param>
/// <param name="MerchantName">The merchant's own descriptor. Free text; what could be a card number in it is masked.</param>
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
    /// <summary>Whether its amount belongs in a total of what was spent and is held.</summary>
    internal bool CountsInTotal => Status is "PENDING" or TransactionStatus.Cleared or "NO_MATCH";

    /// <summary>What else there is of it.</summary>
    internal TransactionFacts Facts { get; init; } = TransactionFacts.None;

    /// <summary>The same transaction with its text as Extend tells it; null where cleaning changed none.</summary>
    internal Transaction? AsTold { get; init; }

    Transaction ICleaned<Transaction>.Raw => AsTold ?? this;

    internal static Transaction From(string cardId, Source source)
    {
        // A pending purchase has a clearing amount of 0, not none: the status decides, never the absence of the other.
        var isCleared = source.Status == TransactionStatus.Cleared;
        return new(
            source.Id,
            cardId,
            CardNumbers.Mask(source.Status)!,
            CardNumbers.Mask(source.Type),
            isCleared ? source.ClearingBillingAmountCents : source.AuthBillingAmountCents,
            CardNumbers.Mask(isCleared ? source.ClearingBillingCurrency : source.AuthBillingCurrency),
            CardNumbers.Mask(source.MerchantName),
            CardNumbers.Mask(source.Mcc),
            source.AuthedAt,
            source.ClearedAt);
    }
}
