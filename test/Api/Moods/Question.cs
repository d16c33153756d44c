namespace Vts.Api.Tests.Moods;

/// <summary>A request that is asked in every mood.</summary>
/// <param name="Operation">The operation's path in the contract.</param>
/// <param name="Path">What is asked for.</param>
/// <param name="IsLenient">Whether a list that lacks cards will do.</param>
public sealed record Question(string Operation, string Path, bool IsLenient = false)
{
    /// <summary>All operations in their main forms.</summary>
    public static IReadOnlyList<Question> About(string cardId) =>
    [
        new("/me", "/me"),
        new("/cards", "/cards"),
        new("/cards", "/cards?limit=20"),
        new("/cards", "/cards?search=a&sort=balance"),
        new("/cards", "/cards.csv"),
        new("/cards", "/cards.ndjson?fields=all"),
        new("/cards/active", "/cards/active"),
        new("/cards/{cardId}", $"/cards/{cardId}?fields=all"),
        new("/cards/{cardId}/transactions", $"/cards/{cardId}/transactions"),
        new("/cards/{cardId}/transactions", $"/cards/{cardId}/transactions.csv?fields=all"),
        new("/cards/{cardId}/transactions", $"/cards/{cardId}/transactions?limit=10"),
        new("/cards/{cardId}/transactions", $"/cards/{cardId}/transactions.ndjson?limit=all"),
        new("/transactions", "/transactions"),
        new("/transactions", "/transactions", IsLenient: true),
        new("/transactions", "/transactions.csv"),
        new("/transactions", "/transactions.ndjson?limit=all", IsLenient: true),
        new("/transactions", "/transactions?limit=20"),
        new("/transactions/summary", "/transactions/summary?groupBy=month&tz=Pacific/Kiritimati"),
        new("/transactions/summary", "/transactions/summary?groupBy=status"),
    ];

    public override string ToString() => IsLenient ? $"{Path} (lenient)" : Path;
}
