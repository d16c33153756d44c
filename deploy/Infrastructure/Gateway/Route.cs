namespace Vts.Infrastructure.Gateway;

/// <summary>A path of the API and the function that answers it.</summary>
/// <param name="Path">The path, as the contract writes it.</param>
/// <param name="Function">The function's name.</param>
internal sealed record Route(string Path, string Function)
{
    /// <summary>The methods that each path answers.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["GET", "HEAD"];

    /// <summary>All paths.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        new("/cards", "ListCards"),
        new("/cards/active", "ListActiveCards"),
        new("/cards/{cardId}", "GetCard"),
        new("/cards/{cardId}/transactions", "ListCardTransactions"),
        new("/transactions", "ListTransactions"),
        new("/me", "GetMe"),
    ];
}
