using Extend.Simulator.Companies;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Doors;

/// <summary>Who asks, and through which door. An API key acts for its company's administrator.</summary>
internal sealed record Caller(Tenant Tenant, Door Door)
{
    public User User => Tenant.Company.Administrator;
}
