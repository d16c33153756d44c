using System.Text.Json;
using Extend.Simulator.Json;
using Extend.Simulator.Switches;
using Extend.Simulator.Tenants;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Transactions;

/// <summary>Writes a transaction as Extend does; in a report with the bookkeeping members that only reports have.</summary>
internal static class TransactionJson
{
    public static void Write(
        Utf8JsonWriter json, Tenant tenant, VirtualCard card, Transaction transaction, SwitchSettings switches, bool inReport = false)
    {
        var row = new Members(json, switches.NullMembers, transaction.Raw);
        row.Text("id"u8, transaction.Id);
        WritePeople(row, card);
        row.Text("source"u8, "VIRTUAL");
        row.Text("vcnLast4"u8, card.Last4);
        row.Text("vcnDisplayName"u8, card.DisplayName);
        row.Text("virtualCardId"u8, card.Id);
        row.Text("type"u8, transaction.Type);
        row.Text("status"u8, transaction.Status);
        WriteDeclineReasons(json, row, transaction, switches.NullMembers);
        row.Text("approvalCode"u8, transaction.ApprovalCode);
        WriteAmounts(row, card, transaction, switches);
        WriteMerchant(row, transaction);
        row.Time("authedAt"u8, transaction.AuthedAt);
        row.Time("clearedAt"u8, transaction.ClearedAt);
        row.Time("updatedAt"u8, transaction.UpdatedAt);
        row.Flag("hasAttachments"u8, transaction.Attachments > 0);
        row.Text("referenceId"u8, transaction.ApprovalCode);
        row.Text("creditCardId"u8, card.CreditCard.Id);
        row.Text("parentCreditCardId"u8, card.CreditCard.Parent?.Id);
        row.Flag("sentToExpensify"u8, false);
        row.Flag("sentToQuickbooks"u8, false);
        row.Number("attachmentsCount"u8, transaction.Attachments);
        WriteReferenceFields(json, row, transaction, switches.NullMembers);
        row.Text("creditCardDisplayName"u8, card.CreditCard.DisplayName);
        row.Text("parentCreditCardDisplayName"u8, card.CreditCard.Parent?.DisplayName);
        row.Flag("creditCardHasReferenceFields"u8, true);
        row.Text("creditCardType"u8, card.CreditCard.Type);
        row.Text("merchantCountry"u8, transaction.Merchant?.Country);
        if (inReport)
        {
            row.Text("reviewStatus"u8, "NOT_REVIEWED");
            row.Flag("receiptRequired"u8, transaction.IsSettled);
            WriteExpenseCategories(json, row, tenant, transaction, switches.NullMembers);
        }

        row.End();
    }

    private static void WritePeople(Members row, VirtualCard card)
    {
        row.Text("cardholderId"u8, card.Cardholder.Id);
        row.Text("cardholderName"u8, card.Cardholder.FullName);
        row.Text("cardholderEmail"u8, card.Cardholder.Email);
        row.Text("recipientName"u8, card.Recipient.FullName);
        row.Text("recipientEmail"u8, card.Recipient.Email);
        row.Text("recipientId"u8, card.Recipient.Id);
        row.Text("nameOnCard"u8, card.Recipient.FullName);
    }

    private static void WriteAmounts(Members row, VirtualCard card, Transaction transaction, SwitchSettings switches)
    {
        var positive = switches.RefundsPositive && transaction.Type == "CREDIT";
        row.Number("authBillingAmountCents"u8, Signed(transaction.AuthBillingCents));
        row.Text("authBillingCurrency"u8, card.Currency);
        row.Number("authMerchantAmountCents"u8, Signed(transaction.AuthMerchantCents));
        row.Text("authMerchantCurrency"u8, transaction.MerchantCurrency);
        row.Number("authExchangeRate"u8, transaction.ExchangeRate);
        row.Number("clearingBillingAmountCents"u8, Signed(transaction.ClearingBillingCents));
        row.Text("clearingBillingCurrency"u8, card.Currency);
        row.Number("clearingMerchantAmountCents"u8, Signed(transaction.ClearingMerchantCents));
        row.Text("clearingMerchantCurrency"u8, transaction.MerchantCurrency);
        row.Number("clearingExchangeRate"u8, transaction.ExchangeRate);

        long Signed(long cents) => positive ? Math.Abs(cents) : cents;
    }

    /// <summary>An address check that passed sends nulls for its shop, as was seen; one that failed sends nothing.</summary>
    private static void WriteMerchant(Members row, Transaction transaction)
    {
        if (transaction.Merchant is null && transaction.Status == "AVS_PASS")
        {
            row.ExplicitNull("mcc"u8);
            row.ExplicitNull("mccGroup"u8);
            row.ExplicitNull("mccDescription"u8);
            row.ExplicitNull("merchantName"u8);
            row.ExplicitNull("merchantAddress"u8);
            row.ExplicitNull("merchantCity"u8);
            row.ExplicitNull("merchantState"u8);
            row.ExplicitNull("merchantZip"u8);
            return;
        }

        var merchant = transaction.Merchant;
        row.Text("mcc"u8, merchant?.Mcc);
        row.Text("mccGroup"u8, merchant?.Group);
        row.Text("mccDescription"u8, merchant?.Description);
        row.Text("merchantName"u8, merchant?.Name);
        row.Text("merchantAddress"u8, merchant is { OmitsStreet: false } ? merchant.Address : null);
        row.Text("merchantCity"u8, merchant?.City);
        row.Text("merchantState"u8, merchant?.State);
        row.Text("merchantZip"u8, merchant is { OmitsStreet: false } ? merchant.Zip : null);
    }

    private static void WriteDeclineReasons(Utf8JsonWriter json, Members row, Transaction transaction, bool nulls)
    {
        if (!row.Object("declineReasons"u8, transaction.DeclineReason is not null))
        {
            return;
        }

        json.WriteStartArray();
        var reason = new Members(json, nulls);
        reason.Text("code"u8, transaction.DeclineReason!.Value.Code);
        reason.Text("description"u8, transaction.DeclineReason!.Value.Description);
        reason.End();
        json.WriteEndArray();
    }

    private static void WriteReferenceFields(Utf8JsonWriter json, Members row, Transaction transaction, bool nulls)
    {
        if (!row.Object("referenceFields"u8))
        {
            return;
        }

        json.WriteStartArray();
        if (transaction.Attachments > 0)
        {
            var field = new Members(json, nulls);
            field.Text("fieldLabel"u8, "Department");
            field.Text("fieldCode"u8, "DEPT");
            field.Text("optionLabel"u8, "Operations");
            field.Text("optionCode"u8, "OPS");
            field.End();
        }

        json.WriteEndArray();
    }

    private static void WriteExpenseCategories(Utf8JsonWriter json, Members row, Tenant tenant, Transaction transaction, bool nulls)
    {
        if (!row.Object("expenseCategories"u8, transaction.ExpenseLabel is not null))
        {
            return;
        }

        var (category, label) = tenant.Company.Expenses.Label(transaction.ExpenseLabel!.Value);
        json.WriteStartArray();
        var coding = new Members(json, nulls);
        coding.Text("categoryId"u8, category.Id);
        coding.Text("categoryName"u8, category.Name);
        coding.Text("labelId"u8, label.Id);
        coding.Text("labelName"u8, label.Name);
        coding.End();
        json.WriteEndArray();
    }
}
