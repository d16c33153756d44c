using System.Text.Json;
using Extend.Simulator.Json;
using Extend.Simulator.Switches;

namespace Extend.Simulator.Companies;

/// <summary>Writes what virtual cards and credit cards of a company have in common.</summary>
internal static class CompanyJson
{
    public static void WriteImage(Utf8JsonWriter json, Members row, Company company, bool nulls)
    {
        if (!row.Object("cardImage"u8))
        {
            return;
        }

        var image = new Members(json, nulls);
        image.Text("id"u8, company.ImageId);
        image.Text("contentType"u8, "image/png");
        if (image.Object("urls"u8))
        {
            var urls = new Members(json, nulls);
            urls.Text("large"u8, "https://images.example.com/card-large.png");
            urls.Text("medium"u8, "https://images.example.com/card-medium.png");
            urls.Text("small"u8, "https://images.example.com/card-small.png");
            urls.End();
        }

        image.Text("textColorRGBA"u8, "rgba(255,255,255,1)");
        image.Flag("hasTextShadow"u8, true);
        image.Text("shadowTextColorRGBA"u8, "rgba(0,0,0,1)");
        image.End();
    }

    public static void WriteAddress(Utf8JsonWriter json, Members row, bool nulls)
    {
        if (!row.Object("address"u8))
        {
            return;
        }

        var address = new Members(json, nulls);
        address.Text("address1"u8, "1 Example Street");
        address.Text("address2"u8, "Suite 2");
        address.Text("city"u8, "New York");
        address.Text("province"u8, "NY");
        address.Text("postal"u8, "10001");
        address.Text("country"u8, "US");
        address.End();
    }

    public static void WriteIssuer(Utf8JsonWriter json, Members row, Company company, SwitchSettings switches)
    {
        if (!row.Object("issuer"u8))
        {
            return;
        }

        var issuer = new Members(json, switches.NullMembers);
        issuer.Text("id"u8, company.Issuer.Id);
        issuer.Text("name"u8, company.Issuer.Name);
        if (switches.LaterMembers)
        {
            issuer.Text("code"u8, Company.IssuerCode);
        }

        issuer.End();
    }
}
