namespace Vts.Bench.Soak.World;

/// <summary>Members of a card or transaction that an answer shows, in order.</summary>
/// <param name="index">Its place among all.</param>
/// <param name="isWhole">Whether an answer has these members and no other.</param>
/// <param name="names">The members' names.</param>
internal sealed class Columns(int index, bool isWhole, params string[] names)
{
    public const int Count = 7;

    private static readonly string[] CardNames = ["id", "displayName", "limitCents", "balanceCents", "last4", "status"];
    private static readonly string[] TransactionNames =
        ["id", "cardId", "status", "type", "amountCents", "currency", "merchantName", "mcc", "authorizedAt", "clearedAt"];

    public static Columns Cards { get; } = new(0, true, CardNames);

    public static Columns CardsInCsv { get; } = new(1, true, [.. CardNames, "currency", "limit", "balance"]);

    /// <summary>All members of cards there are, of which some are compared.</summary>
    public static Columns AllOfCards { get; } = new(2, false, [.. CardNames, "currency", "limit", "balance", "createdAt", "lifetimeSpentCents"]);

    /// <summary>What the caller with a field rule sees.</summary>
    public static Columns FewOfCards { get; } = new(3, true, "id", "displayName", "balanceCents");

    public static Columns Transactions { get; } = new(4, true, TransactionNames);

    public static Columns TransactionsInCsv { get; } = new(5, true, [.. TransactionNames, "amount", "countsInTotal"]);

    public static Columns Sums { get; } = new(6, true, "key", "name", "currency", "transactions", "counted", "totalCents", "total");

    public int Index => index;

    public bool IsWhole => isWhole;

    public IReadOnlyList<string> Names => names;

    /// <summary>A row as one text, so that rows can be compared.</summary>
    public static string Join(IEnumerable<string> values) => string.Join('\u001f', values);
}
