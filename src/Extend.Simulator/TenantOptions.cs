namespace Extend.Simulator;

/// <summary>One company that the simulator plays, with its own logins and data.</summary>
public sealed class TenantOptions
{
    /// <summary>Its name in <c>/sim/tenants</c>. Replaces a tenant of the same name.</summary>
    public required string Name { get; init; }

    /// <summary>How many virtual cards it has: 0 to 100,000. Default 64.</summary>
    public int Cards { get; init; } = 64;

    /// <summary>How many transactions each card has: 0 to 10,000. Null (the default) gives each card a different number.</summary>
    public int? TransactionsPerCard { get; init; }

    /// <summary>API key of the current door. Default <c>apik_</c> and the name.</summary>
    public string ApiKey { get => field ?? $"apik_{Name}"; init; }

    /// <summary>Secret of the API key. Default the name.</summary>
    public string ApiSecret { get => field ?? Name; init; }

    /// <summary>Email address of the older door. Default the name at <c>example.com</c>.</summary>
    public string Email { get => field ?? $"{Name}@example.com"; init; }

    /// <summary>Password of the older door. Default the name.</summary>
    public string Password { get => field ?? Name; init; }

    /// <summary>Changes the generated data. Equal name and seed give equal data in every process.</summary>
    public int Seed { get; init; }
}
