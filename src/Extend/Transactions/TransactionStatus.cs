namespace Extend.Transactions;

/// <summary>The statuses that Extend documents for transactions.</summary>
public static class TransactionStatus
{
    /// <summary>Settled: the clearing amount is the one that counts.</summary>
    public const string Cleared = "CLEARED";

    /// <summary>All of them. Extend's own default leaves most out, so that every question must name them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["PENDING", Cleared, "DECLINED", "NO_MATCH", "AVS_PASS", "AVS_FAIL", "AUTH_REVERSAL"];
}
