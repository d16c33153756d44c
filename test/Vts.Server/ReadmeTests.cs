using System.Text.RegularExpressions;
using Vts.Testing;

namespace Vts.Server.Tests;

public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md", 6)]
    [InlineData("docs/lists.md", 5)]
    public async Task Every_curl_line_gives_the_output_that_stands_below_it(string page, int atLeast)
    {
        await using var server = new ServerProcess(["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"]);
        using var http = new HttpClient { BaseAddress = await server.AddressAsync() };
        http.DefaultRequestHeaders.Add("token", "demo");
        var examples = Example().Matches(Repository.Read(page));

        Assert.True(examples.Count >= atLeast);
        foreach (Match example in examples)
        {
            using var response = await http.GetAsync(example.Groups["path"].Value);
            var answer = (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").TrimEnd('\n');
            var shown = example.Groups["output"].Value;

            Assert.Equal(shown.TrimEnd('…'), shown.EndsWith('…') ? answer[..(shown.Length - 1)] : answer);
        }
    }

    [GeneratedRegex(@"^\$ curl -s -H 'token: demo' '?localhost:5080(?<path>[^\s']+)'?\n(?<output>[^`]+?)\n```", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
