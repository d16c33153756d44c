using System.Text.RegularExpressions;
using Vts.Testing;

namespace Vts.Api.Tests.Moods;

/// <summary>The statuses that the contract documents, by the operation's path.</summary>
internal static partial class DocumentedStatuses
{
    private static readonly ILookup<string, int> All = Read().ToLookup(entry => entry.Path, entry => entry.Status, StringComparer.Ordinal);

    public static IEnumerable<int> Of(string path) => All[path];

    private static IEnumerable<(string Path, int Status)> Read()
    {
        var path = "";
        foreach (Match line in Line().Matches(Repository.Read("swagger.yaml").Split("\ncomponents:")[0]))
        {
            if (line.Groups["path"] is { Success: true } begins)
            {
                path = begins.Value;
            }
            else
            {
                yield return (path, int.Parse(line.Groups["status"].Value, System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    [GeneratedRegex(@"^  '?(?<path>/[^':]*)'?:$|^        '(?<status>\d{3})':$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
