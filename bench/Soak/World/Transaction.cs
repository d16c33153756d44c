namespace Vts.Bench.Soak.World;

/// <summary>A transaction as Extend holds it at some time.</summary>
/// <param name="Row">What an answer tells of it.</param>
/// <param name="IsMade">Whether this run made it.</param>
internal sealed record Transaction(Row Row, bool IsMade)
{
    public string Id => Row["id"];

    public string Status => Row["status"];

    public string AuthorizedAt => Row["authorizedAt"];

    public bool Counts => Row["countsInTotal"] == "true";
}
