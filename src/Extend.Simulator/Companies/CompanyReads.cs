using Extend.Simulator.Http;

namespace Extend.Simulator.Companies;

/// <summary>The small reads about the company itself: its people, its issuer, what its plan allows.</summary>
internal static class CompanyReads
{
    /// <summary><c>GET /users/me</c> and <c>GET /users/{id}</c>.</summary>
    public static Answer User(Call call)
    {
        var id = call.Route("id") == "me" ? call.Caller!.User.Id : call.Id("id");
        return call.Caller!.Tenant.Company.Recipients.FirstOrDefault(user => user.Id == id) is not { } user
            ? Answer.Error(StatusCodes.Status404NotFound, "User not found")
            : Answer.Json(json =>
            {
                if (call.Switches.UserUnderEnvelope)
                {
                    json.WriteStartObject();
                    json.WritePropertyName("user"u8);
                    user.Write(json, call.Switches);
                    json.WriteEndObject();
                }
                else
                {
                    user.Write(json, call.Switches);
                }
            });
    }

    /// <summary><c>GET /issuers</c>.</summary>
    public static Answer Issuers(Call call) => Answer.Json(json =>
    {
        var issuer = call.Caller!.Tenant.Company.Issuer;
        json.WriteStartObject();
        json.WriteStartArray("issuers"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, issuer.Id);
        json.WriteString("name"u8, issuer.Name);
        json.WriteString("code"u8, Company.IssuerCode);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary><c>GET /saas/{orgId}/usages</c>.</summary>
    public static Answer Usages(Call call)
    {
        var tenant = call.Caller!.Tenant;
        return call.Route("orgId") != tenant.Company.Id
            ? Answer.Error(StatusCodes.Status404NotFound, "Organization not found")
            : Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("features"u8);
                json.WriteStartObject("ACTIVE_VIRTUAL_CARD_LIMIT"u8);
                json.WriteNumber("entitlement"u8, 100_000);
                json.WriteNumber("usage"u8, tenant.Cards.All.Count(card => card.Status == "ACTIVE"));
                json.WriteBoolean("withinLimit"u8, true);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
            });
    }
}
