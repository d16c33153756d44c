using System.Collections.Frozen;

namespace Extend.Simulator.Tenants;

/// <summary>All tenants, found by name and by each of their credentials.</summary>
internal sealed class TenantBook
{
    private readonly FrozenDictionary<string, Tenant> _byName;
    private readonly FrozenDictionary<string, Tenant> _byApiKey;
    private readonly FrozenDictionary<string, Tenant> _byEmail;
    private readonly FrozenDictionary<string, Tenant> _byUser;

    public TenantBook(IEnumerable<Tenant> tenants)
    {
        All = [.. tenants];
        _byName = All.ToFrozenDictionary(tenant => tenant.Name, StringComparer.Ordinal);
        _byApiKey = ByLast(tenant => tenant.Options.ApiKey, StringComparer.Ordinal);
        _byEmail = ByLast(tenant => tenant.Options.Email, StringComparer.OrdinalIgnoreCase);
        _byUser = ByLast(tenant => tenant.Company.Administrator.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Tenant> All { get; }

    public Tenant? ByName(string name) => _byName.GetValueOrDefault(name);

    public Tenant? ByApiKey(string apiKey) => _byApiKey.GetValueOrDefault(apiKey);

    public Tenant? ByEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Tenant? ByUser(string userId) => _byUser.GetValueOrDefault(userId);

    /// <summary>This book with the tenant added, or put in place of the one of its name.</summary>
    public TenantBook With(Tenant tenant) => new([.. All.Where(other => other.Name != tenant.Name), tenant]);

    private FrozenDictionary<string, Tenant> ByLast(Func<Tenant, string> key, StringComparer comparer) =>
        All.GroupBy(key, comparer).ToFrozenDictionary(group => group.Key, group => group.Last(), comparer);
}
