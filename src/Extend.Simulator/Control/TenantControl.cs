using System.Text.Json;
using Extend.Simulator.Http;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Control;

/// <summary><c>/sim/tenants</c>: the companies played, without their secrets.</summary>
internal static class TenantControl
{
    private static readonly string[] Members = ["cards", "transactionsPerCard", "apiKey", "apiSecret", "email", "password", "seed"];

    public static Answer List(Call call) => Answer.Json(json =>
    {
        json.WriteStartArray();
        foreach (var tenant in call.Simulation.Tenants.All)
        {
            Write(json, tenant);
        }

        json.WriteEndArray();
    });

    public static Answer Show(Call call) => Answer.Json(json => Write(json, Find(call)));

    /// <summary>Makes a tenant, or puts another in the place of the one of this name.</summary>
    public static Answer Put(Call call)
    {
        var parameters = new PostedMembers(ControlBody.Object(call));
        parameters.Allow(Members);
        var name = call.Route("tenant");
        var usual = new TenantOptions { Name = name };
        var tenant = new Tenant(new TenantOptions
        {
            Name = name,
            Cards = parameters.Whole("cards", usual.Cards, 0, Tenant.MostCards),
            TransactionsPerCard = parameters.OptionalWhole("transactionsPerCard", 0, Tenant.MostTransactions),
            ApiKey = parameters.Text("apiKey") ?? usual.ApiKey,
            ApiSecret = parameters.Text("apiSecret") ?? usual.ApiSecret,
            Email = parameters.Text("email") ?? usual.Email,
            Password = parameters.Text("password") ?? usual.Password,
            Seed = parameters.Whole("seed", usual.Seed, int.MinValue, int.MaxValue),
        });
        call.Simulation.Put(tenant);
        return Answer.Json(json => Write(json, tenant));
    }

    public static Tenant Find(Call call) => call.Simulation.Tenants.ByName(call.Route("tenant")) ?? throw ControlBody.NotFound("Tenant");

    private static void Write(Utf8JsonWriter json, Tenant tenant)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, tenant.Name);
        json.WriteNumber("cards"u8, tenant.Cards.All.Count);
        if (tenant.Options.TransactionsPerCard is { } transactions)
        {
            json.WriteNumber("transactionsPerCard"u8, transactions);
        }
        else
        {
            json.WriteNull("transactionsPerCard"u8);
        }

        json.WriteString("apiKey"u8, tenant.Options.ApiKey);
        json.WriteString("email"u8, tenant.Options.Email);
        json.WriteNumber("seed"u8, tenant.Options.Seed);
        json.WriteString("organizationId"u8, tenant.Company.Id);
        json.WriteString("userId"u8, tenant.Company.Administrator.Id);
        json.WriteEndObject();
    }
}
