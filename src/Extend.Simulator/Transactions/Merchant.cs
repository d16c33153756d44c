namespace Extend.Simulator.Transactions;

/// <summary>A shop, as card networks describe it. A place without a country is in the United States.</summary>
internal sealed record Merchant(string Name, string Mcc, string Group, string Description)
{
    public string Address { get; init; } = "";

    public string City { get; init; } = "";

    public string State { get; init; } = "";

    public string Zip { get; init; } = "";

    public string? Country { get; init; }

    /// <summary>Sends no street and no zip at all, instead of empty ones.</summary>
    public bool OmitsStreet { get; init; }
}
