namespace Extend.Simulator.CreditCards;

/// <summary>What virtual cards draw on: the company's own card, or a budget of it.</summary>
internal sealed record CreditCard(string Id, string DisplayName, string Status, string Last4)
{
    /// <summary>The company's own card behind a budget; null on that card itself.</summary>
    public CreditCard? Parent { get; init; }

    public string Type => Parent is null ? "SOURCE" : "DELEGATE";
}
