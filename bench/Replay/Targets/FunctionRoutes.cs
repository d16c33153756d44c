using System.Text.RegularExpressions;

namespace Vts.Bench.Replay.Targets;

/// <summary>Which function the gateway gives a path to.</summary>
internal static partial class FunctionRoutes
{
    /// <summary>The function's name and the gateway's resource; null for a path that the gateway answers itself.</summary>
    public static (string Function, string Resource, string? Card)? Find(string method, string path)
    {
        if (method is not ("GET" or "HEAD"))
        {
            return null;
        }

        var plain = Form().Replace(path, "");
        return plain switch
        {
            "/cards" => ("ListCards", path, null),
            "/cards/active" => ("ListActiveCards", path, null),
            "/transactions" => ("ListTransactions", path, null),
            "/transactions/summary" => ("SummarizeTransactions", path, null),
            "/me" when plain == path => ("GetMe", path, null),
            _ when CardPath().Match(plain) is { Success: true } of => Of(of.Groups["card"].Value, plain.EndsWith("/transactions", StringComparison.Ordinal), path),
            _ => null,
        };
    }

    private static (string, string, string?)? Of(string card, bool isList, string path) =>
        isList ? ("ListCardTransactions", path.Replace($"/{card}/", "/{cardId}/", StringComparison.Ordinal), card)
        : path == $"/cards/{card}" ? ("GetCard", "/cards/{cardId}", card)
        : null;

    [GeneratedRegex(@"\.(json|ndjson|csv)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\A/cards/(?<card>[^/]+)(/transactions)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CardPath();
}
