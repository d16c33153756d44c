namespace Extend.Simulator.Transactions;

/// <summary>Why an authorization is declined. The first is published by Extend; the other codes are guesses.</summary>
internal static class DeclineReasons
{
    public static (string Code, string Description)[] All { get; } =
    [
        ("ACCOUNT_INACTIVE", "Decline - Do Not Honor"),
        ("INSUFFICIENT_BALANCE", "Decline - Insufficient balance"),
        ("MCC_NOT_ALLOWED", "Decline - Merchant category not allowed"),
    ];
}
