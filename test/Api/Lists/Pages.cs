using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vts.Api.Tests.Lists;

/// <summary>Follows a list from page to page, as a client does.</summary>
internal static partial class Pages
{
    private const int MostPages = 10_000;

    /// <summary>Every page from this path on, each as soon as it is there.</summary>
    public static async IAsyncEnumerable<JsonArray> WalkAsync(VtsApp vts, string path)
    {
        var pages = 0;
        for (string? next = path; next is not null; pages++)
        {
            Assert.True(pages < MostPages, "The pages have no end.");
            using var response = await vts.SendAsync(next);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode == 200, $"{next}: {(int)response.StatusCode} {body}");
            yield return JsonNode.Parse(body)!.AsArray();
            next = Next(response);
        }
    }

    /// <summary>Every row of every page.</summary>
    public static async Task<List<JsonNode>> RowsAsync(VtsApp vts, string path)
    {
        var rows = new List<JsonNode>();
        await foreach (var page in WalkAsync(vts, path))
        {
            rows.AddRange(page.Select(row => row!));
        }

        return rows;
    }

    /// <summary>Where the rest of the list is; null at its end.</summary>
    public static string? Next(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && NextLink().Match(links.Single()) is { Success: true } match ? match.Groups["target"].Value : null;

    [GeneratedRegex("^<(?<target>[^>]+)>; rel=\"next\"$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextLink();
}
