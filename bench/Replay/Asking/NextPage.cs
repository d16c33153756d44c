using System.Text.RegularExpressions;

namespace Vts.Bench.Replay.Asking;

/// <summary>The next page that a <c>Link</c> leads to.</summary>
internal static partial class NextPage
{
    /// <summary>Its path and query; null where there is none.</summary>
    /// <param name="answer">The page before.</param>
    /// <param name="asked">Path and query of the page before: what the link's path has in front of it is the address's.</param>
    public static string? Of(Answer answer, string asked)
    {
        if (answer.Header("Link") is not { } link || Next().Match(link) is not { Success: true } next)
        {
            return null;
        }

        var target = Origin().Replace(next.Groups["target"].Value, "");
        var at = target.IndexOf(asked.Split('?')[0], StringComparison.Ordinal);
        return at < 0 ? null : target[at..];
    }

    /// <summary>The header without its cursors, which are sealed anew each time.</summary>
    public static string WithoutCursors(string header) => Cursor().Replace(header, "cursor=…");

    [GeneratedRegex("<(?<target>[^>]*)>\\s*;\\s*rel=\"?next\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();

    [GeneratedRegex(@"\Ahttps?://[^/]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\bcursor=[^&>\s""]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cursor();
}
