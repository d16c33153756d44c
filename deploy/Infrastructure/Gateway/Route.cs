namespace Vts.Infrastructure.Gateway;

/// <summary>An operation's path and the function that answers it.</summary>
/// <param name="Path">The path, as the contract writes it.</param>
/// <param name="Function">The function's name.</param>
internal sealed record Route(string Path, string Function)
{
    // What may end a list's path, to ask for it in that form.
    private static readonly string[] Forms = [".json", ".ndjson", ".csv"];

    /// <summary>Whether it answers a list, which has a path for each form too.</summary>
    public bool IsList { get; init; }

    /// <summary>Every path that leads to the function.</summary>
    public IEnumerable<string> Paths => IsList ? [Path, .. Forms.Select(form => Path + form)] : [Path];

    /// <summary>The methods that each path answers.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["GET", "HEAD"];

    /// <summary>All operations.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        new("/cards", "ListCards") { IsList = true },
        new("/cards/active", "ListActiveCards") { IsList = true },
        new("/cards/{cardId}", "GetCard"),
        new("/cards/{cardId}/transactions", "ListCardTransactions") { IsList = true },
        new("/transactions", "ListTransactions") { IsList = true },
        new("/transactions/summary", "SummarizeTransactions") { IsList = true },
        new("/me", "GetMe"),
    ];
}
