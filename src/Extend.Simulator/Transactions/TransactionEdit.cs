using System.Text.Json;
using Extend.Simulator.Json;

namespace Extend.Simulator.Transactions;

/// <summary>Plants members on a transaction. Each is sent as it was given; where it means something, filters and sums follow it.</summary>
internal static class TransactionEdit
{
    private static readonly string[] Settlement =
        ["status", "clearingBillingAmountCents", "clearingMerchantAmountCents", "clearedAt", "updatedAt"];

    public static Transaction Apply(Transaction transaction, JsonElement members, IEnumerable<string> removed)
    {
        foreach (var member in members.EnumerateObject())
        {
            transaction = Understand(transaction, member.Name, member.Value) with
            {
                Raw = (transaction.Raw ?? RawMembers.None).With(member.Name, member.Value),
            };
        }

        return removed.Aggregate(transaction, (edited, name) => edited with { Raw = (edited.Raw ?? RawMembers.None).With(name, default) });
    }

    /// <summary>Settles it, for the amount authorized or another, in the card's currency.</summary>
    public static Transaction Clear(Transaction transaction, long? amountCents, DateTimeOffset at) => transaction with
    {
        Status = "CLEARED",
        ClearingBillingCents = amountCents ?? transaction.AuthBillingCents,
        ClearingMerchantCents = amountCents is not { } amount || transaction.AuthBillingCents == 0
            ? amountCents ?? transaction.AuthMerchantCents
            : (long)decimal.Round((decimal)amount * transaction.AuthMerchantCents / transaction.AuthBillingCents),
        ClearedAt = at,
        UpdatedAt = at,
        Raw = transaction.Raw?.Without(Settlement),
    };

    /// <summary>Withdraws the authorization.</summary>
    public static Transaction Reverse(Transaction transaction, DateTimeOffset at) => transaction with
    {
        Status = "AUTH_REVERSAL",
        UpdatedAt = at,
        Raw = transaction.Raw?.Without(Settlement),
    };

    private static Transaction Understand(Transaction transaction, string name, JsonElement value) => name switch
    {
        "type" when value.IsText(out var type) => transaction with { Type = type },
        "status" when value.IsText(out var status) => transaction with { Status = status },
        "approvalCode" when value.IsText(out var code) => transaction with { ApprovalCode = code },
        "authBillingAmountCents" when value.IsCents(out var cents) => transaction with { AuthBillingCents = cents },
        "authMerchantAmountCents" when value.IsCents(out var cents) => transaction with { AuthMerchantCents = cents },
        "authMerchantCurrency" when value.IsText(out var currency) => transaction with { MerchantCurrency = currency },
        "clearingBillingAmountCents" when value.IsCents(out var cents) => transaction with { ClearingBillingCents = cents },
        "clearingMerchantAmountCents" when value.IsCents(out var cents) => transaction with { ClearingMerchantCents = cents },
        "merchantName" when value.IsText(out var merchant) =>
            transaction with { Merchant = (transaction.Merchant ?? new Merchant("", "0000", "", "")) with { Name = merchant } },
        "authedAt" when value.IsTime(out var authedAt) => transaction with { AuthedAt = authedAt },
        "clearedAt" when value.IsTime(out var clearedAt) => transaction with { ClearedAt = clearedAt },
        "clearedAt" when value.ValueKind == JsonValueKind.Null => transaction with { ClearedAt = null },
        "updatedAt" when value.IsTime(out var updatedAt) => transaction with { UpdatedAt = updatedAt },
        _ => transaction,
    };
}
