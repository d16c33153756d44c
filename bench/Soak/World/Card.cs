using System.Collections.Immutable;

namespace Vts.Bench.Soak.World;

/// <summary>A card as Extend holds it at some time.</summary>
/// <param name="Row">What an answer tells of it.</param>
/// <param name="Transactions">Its whole history, in the order of answers: newest first.</param>
internal sealed record Card(Row Row, ImmutableArray<Transaction> Transactions)
{
    /// <summary>How many transactions are the most recent.</summary>
    public const int Recent = 25;

    public string Id => Row["id"];

    public string Status => Row["status"];

    public string CreatedAt => Row["createdAt"];

    public bool IsActive => Status == "ACTIVE";
}
