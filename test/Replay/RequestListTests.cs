using System.Text.RegularExpressions;
using Vts.Testing;

namespace Vts.Bench.Replay.Tests;

public sealed partial class RequestListTests
{
    private static readonly string[] Requests = [.. Repository.Read("bench/Replay/requests.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void The_committed_list_asks_every_operation_with_every_parameter_of_the_contract()
    {
        var missing = Parameters().Where(each => !Requests.Any(request => PathOf(request) == each.Path && Regex.IsMatch(
            request, $@"[?&]{each.Parameter}=", RegexOptions.None, TimeSpan.FromSeconds(1))));

        Assert.Empty(missing);
        Assert.All(Paths(), path => Assert.Contains(path, Requests));
        Assert.True(Parameters().Count() > 60);
    }

    [Fact]
    public void The_committed_list_asks_every_header_and_form_of_the_contract()
    {
        Assert.All((string[])["Cache-Control:", "Prefer:", "If-None-Match:", "again", "follow", "without token", "wrong token", "POST ", "HEAD "], part =>
            Assert.Contains(Requests, request => request.Contains(part, StringComparison.Ordinal)));
        Assert.All(Paths().Where(path => path is not ("/me" or "/cards/{card}")), path =>
        {
            Assert.Contains($"{path}.csv", Requests);
            Assert.Contains($"{path}.ndjson", Requests);
        });
    }

    private static string PathOf(string request) => Form().Replace(request.Split(' ')[0].Split('?')[0], "");

    private static IEnumerable<string> Paths() => Lines().Select(line => line.Path).Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Parameter)> Parameters() =>
        Lines().Where(line => line.Parameter.Length > 0).Select(line => (line.Path, line.Parameter));

    // The contract's paths, and of each the parameters of its query; the text is as the service writes it.
    private static IEnumerable<(string Path, string Parameter)> Lines()
    {
        var path = "";
        var contract = Repository.Read("swagger.yaml");
        foreach (Match match in Part().Matches(contract[..contract.IndexOf("\ncomponents:", StringComparison.Ordinal)]))
        {
            if (match.Groups["path"].Success)
            {
                path = match.Groups["path"].Value.Replace("{cardId}", "{card}", StringComparison.Ordinal);
            }

            yield return (path, match.Groups["parameter"].Value);
        }
    }

    [GeneratedRegex(@"^  '?(?<path>/[^\s:']+)'?:$|^ +- name: (?<parameter>\w+)\n +in: query$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\.(csv|ndjson|json)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
