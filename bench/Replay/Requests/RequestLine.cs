using System.Text.RegularExpressions;

namespace Vts.Bench.Replay.Requests;

/// <summary>
/// Reads a line of a list of requests: <c>[METHOD ]/path?query</c>, then parts set off by <c> | </c>, each a header, <c>without token</c>,
/// <c>wrong token</c>, <c>follow</c> or <c>again</c>.
/// </summary>
internal static partial class RequestLine
{
    // What could be a secret is never in a list, so that it is never in a recording.
    private static readonly HashSet<string> Secret =
        new(StringComparer.OrdinalIgnoreCase) { "token", "authorization", "proxy-authorization", "cookie", "x-api-key" };

    public static Request Parse(string line)
    {
        var parts = line.Split(" | ", StringSplitOptions.TrimEntries);
        var asked = Asked().Match(parts[0]);
        if (!asked.Success)
        {
            throw new ReplayException("A line is no request: it begins with a path (/cards), or a method and a path (POST /cards).");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var token = TokenKind.Known;
        var (follows, isRepeated) = (false, false);
        foreach (var part in parts[1..])
        {
            switch (part)
            {
                case "without token": token = TokenKind.None; break;
                case "wrong token": token = TokenKind.Wrong; break;
                case "follow": follows = true; break;
                case "again": isRepeated = true; break;
                default: Add(headers, part, parts[0]); break;
            }
        }

        var method = asked.Groups["method"].Value;
        return new Request(method.Length == 0 ? "GET" : method, asked.Groups["target"].Value, headers, token, follows, isRepeated);
    }

    private static void Add(Dictionary<string, string> headers, string part, string asked)
    {
        var header = Header().Match(part);
        var name = header.Groups["name"].Value;
        if (!header.Success || Secret.Contains(name))
        {
            throw new ReplayException(header.Success
                ? $"The request {asked} has a header {name}: tokens come from --token-file or VTS_TOKEN, never from a list."
                : $"The request {asked} has a part that is no header, and not 'without token', 'wrong token', 'follow' or 'again'.");
        }

        headers[name] = header.Groups["value"].Value;
    }

    [GeneratedRegex(@"\A((?<method>[A-Z]{1,16}) )?(?<target>/[!-~]{0,8000})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9-]{1,64}):\s*(?<value>[ -~]{0,4000})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}
