using System.Text.Json;
using Extend.Simulator.Companies;
using Extend.Simulator.Json;

namespace Extend.Simulator.CreditCards;

/// <summary>Writes a credit card or budget as Extend does. The order of members is a guess.</summary>
internal static class CreditCardJson
{
    public static void Write(Utf8JsonWriter json, Company company, CreditCard card, bool nulls)
    {
        var row = new Members(json, nulls);
        row.Text("id"u8, card.Id);
        row.Text("displayName"u8, card.DisplayName);
        row.Text("companyName"u8, company.Name);
        row.Text("status"u8, card.Status);
        row.Text("last4"u8, card.Last4);
        row.Text("issuerName"u8, company.Issuer.Name);
        row.Text("issuerId"u8, company.Issuer.Id);
        row.Text("type"u8, card.Type);
        row.Text("parentCreditCardId"u8, card.Parent?.Id);
        if (row.Object("user"u8))
        {
            var user = new Members(json, nulls);
            user.Text("firstName"u8, company.Administrator.FirstName);
            user.Text("lastName"u8, company.Administrator.LastName);
            user.Text("email"u8, company.Administrator.Email);
            user.End();
        }

        CompanyJson.WriteAddress(json, row, nulls);
        CompanyJson.WriteImage(json, row, company, nulls);
        if (row.Object("features"u8))
        {
            var features = new Members(json, nulls);
            features.Flag("direct"u8, true);
            features.Flag("receiptManagementEnabled"u8, true);
            features.Flag("receiptCaptureEnabled"u8, true);
            features.Flag("billPay"u8, false);
            features.Flag("withinLimit"u8, true);
            features.End();
        }

        row.End();
    }
}
