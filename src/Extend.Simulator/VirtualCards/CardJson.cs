using System.Text.Json;
using Extend.Simulator.Companies;
using Extend.Simulator.Json;
using Extend.Simulator.Switches;

namespace Extend.Simulator.VirtualCards;

/// <summary>Writes a virtual card as Extend does. The full number and the security code exist nowhere.</summary>
internal static class CardJson
{
    private static readonly DateTimeOffset Expires = new(2028, 8, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Utf8JsonWriter json, Company company, VirtualCard card, SwitchSettings switches)
    {
        var (nulls, later) = (switches.NullMembers, switches.LaterMembers);
        var row = new Members(json, nulls, card.Raw);
        row.Text("id"u8, card.Id);
        row.Text("status"u8, card.Status);
        WritePeople(json, row, card, switches);
        WriteLook(json, row, company, switches);
        row.Text("displayName"u8, card.DisplayName);
        row.Time("expires"u8, Expires);
        row.Text("currency"u8, card.Currency);
        row.Number("limitCents"u8, card.LimitCents);
        row.Number("balanceCents"u8, card.BalanceCents);
        row.Number("spentCents"u8, card.Ledger.SpentCents);
        row.Number("lifetimeSpentCents"u8, card.Ledger.LifetimeSpentCents);
        row.Text("last4"u8, card.Last4);
        row.Text("numberFormat"u8, "cardnumber16");
        row.Time("validFrom"u8, card.CreatedAt);
        row.Time("validTo"u8, card.ValidTo);
        row.Time("inactiveSince"u8, card.InactiveSince);
        row.Text("timezone"u8, "America/New_York");
        row.Text("creditCardId"u8, card.CreditCard.Id);
        row.Flag("recurs"u8, card.Recurs);
        RecurrenceJson.Write(json, row, company, card, nulls);
        WritePending(json, row, card, nulls);
        row.Text("notes"u8, card.Notes);
        row.Time("createdAt"u8, card.CreatedAt);
        row.Time("updatedAt"u8, card.UpdatedAt);
        CompanyJson.WriteAddress(json, row, nulls);
        row.Flag("direct"u8, false);
        WriteFeatures(json, row, card, later);
        row.Flag("hasPlasticCard"u8, false);
        row.Time("activeUntil"u8, card.ValidTo);
        row.Text("companyName"u8, company.Name);
        row.Text("creditCardDisplayName"u8, card.CreditCard.DisplayName);
        CompanyJson.WriteIssuer(json, row, company, switches);
        row.Text("network"u8, card.Recurs || later ? "MASTERCARD" : null);
        WriteMccRanges(json, row, card, nulls);
        WriteRules(row, later);
        row.End();
    }

    private static void WritePeople(Utf8JsonWriter json, Members row, VirtualCard card, SwitchSettings switches)
    {
        row.Text("recipientId"u8, card.Recipient.Id);
        if (row.Object("recipient"u8))
        {
            card.Recipient.Write(json, switches);
        }

        row.Text("cardholderId"u8, card.Cardholder.Id);
        if (row.Object("cardholder"u8))
        {
            card.Cardholder.Write(json, switches);
        }

        if (switches.LaterMembers && row.Object("lastUpdatedBy"u8))
        {
            card.Cardholder.Write(json, switches);
        }
    }

    private static void WriteLook(Utf8JsonWriter json, Members row, Company company, SwitchSettings switches)
    {
        CompanyJson.WriteImage(json, row, company, switches.NullMembers);
        if (switches.LaterMembers)
        {
            row.Text("cardType"u8, "STANDARD");
        }
    }

    private static void WriteRules(Members row, bool later)
    {
        if (later)
        {
            row.Flag("receiptRulesExempt"u8, false);
            row.Flag("isBillPay"u8, false);
        }
    }

    private static void WritePending(Utf8JsonWriter json, Members row, VirtualCard card, bool nulls)
    {
        if (!row.Object("pending"u8, card.RequestedCents is not null))
        {
            return;
        }

        var pending = new Members(json, nulls);
        pending.Number("balanceCents"u8, card.RequestedCents);
        pending.Time("validTo"u8, card.ValidTo);
        pending.Flag("recurs"u8, card.Recurs);
        pending.Time("activeUntil"u8, card.ValidTo);
        pending.Text("currency"u8, card.Currency);
        pending.End();
    }

    /// <summary>Only features that are on are sent; later, some that are off too.</summary>
    private static void WriteFeatures(Utf8JsonWriter json, Members row, VirtualCard card, bool later)
    {
        if (!row.Object("features"u8))
        {
            return;
        }

        var features = new Members(json, nulls: false);
        features.Flag("recurrence"u8, card.Recurs || later ? card.Recurs : null);
        features.Flag("customAddress"u8, true);
        features.Flag("customMax"u8, card.Recurs ? null : true);
        features.Flag("mccControl"u8, card.Recurs || later ? card.Recurs : null);
        features.Flag("qboReportEnabled"u8, later ? false : null);
        features.End();
    }

    private static void WriteMccRanges(Utf8JsonWriter json, Members row, VirtualCard card, bool nulls)
    {
        if (!row.Object("validMccRanges"u8, card.Recurs))
        {
            return;
        }

        json.WriteStartArray();
        var range = new Members(json, nulls);
        range.Text("lowest"u8, "5734");
        range.Text("highest"u8, "5734");
        range.End();
        json.WriteEndArray();
    }
}
