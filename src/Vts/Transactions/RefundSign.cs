namespace Vts.Transactions;

/// <summary>The sign of money: what a CREDIT gives back is below 0, whichever sign Extend gives it, so that sums are right.</summary>
internal static class RefundSign
{
    private const string Credit = "CREDIT";

    /// <summary>The amount with its sign.</summary>
    public static long? Of(string? type, long? cents) => type == Credit && cents > 0 ? -cents : cents;
}
