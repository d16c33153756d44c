namespace Vts.Api.Tests.Hostile;

/// <summary>Makes requests that the contract allows: each must be answered.</summary>
/// <param name="cards">The ids of the cards there are.</param>
internal sealed class ValidRequests(IReadOnlyList<string> cards)
{
    private static readonly string[] Headers = ["token", "Token", "TOKEN"];
    private static readonly string[] Schemes = ["Bearer ", "bearer ", "BEARER  "];
    private static readonly (string Suffix, string Form)[] Suffixes = [(".json", "application/json"), (".ndjson", "application/x-ndjson"), (".csv", "text/csv")];
    private static readonly string[] CacheControls = ["no-cache", "max-age=0", "max-age=2, stale-if-error=600", "max-age=\"5\"", "no-store", "max-age=99999999999999999999", "max-age=-1", "=,;\"", "only-if-cached"];
    private static readonly string[] Tags = ["\"5f1d4c8a0b7e2963d4f8a1c05b7e9d32\"", "W/\"a\", \"b\"", "*", "", "\"", ",,,", "a"];
    private static readonly string[] Preferences = ["handling=lenient", "handling=strict", "handling=\"lenient\"; x", "=;,\"", "respond-async, wait=10"];

    public Attempt Make(int seed, Random random)
    {
        var operation = random.Pick(Contract.Operations);
        var attempt = new Attempt(seed, operation) { Method = random.Once(8) ? "HEAD" : "GET" };
        attempt.Path = operation.Path.Replace("{cardId}", random.Pick(cards), StringComparison.Ordinal);
        attempt.Headers.Add(("Host", "vts.example"));
        attempt.Headers.Add(("Connection", "close"));
        attempt.Headers.Add(random.Once(2) ? (random.Pick(Headers), VtsApp.Token) : ("Authorization", random.Pick(Schemes) + VtsApp.Token));
        ChooseForm(random, attempt);
        ChooseParameters(random, attempt);
        ChooseHeaders(random, attempt);
        return attempt;
    }

    private static void ChooseForm(Random random, Attempt attempt)
    {
        if (attempt.Operation.IsList && random.Once(2))
        {
            var (suffix, form) = random.Pick(Suffixes);
            attempt.Form = form;
            if (random.Once(2))
            {
                attempt.Path += suffix;
            }
            else
            {
                attempt.Headers.Add(("Accept", random.Pick([form, $"{form};q=0.5, */*;q=0.1", $"text/html, {form}", $"{form.ToUpperInvariant()}; charset=utf-8"])));
            }
        }
    }

    private static void ChooseParameters(Random random, Attempt attempt)
    {
        foreach (var parameter in attempt.Operation.Query.Where(parameter => parameter.Required || random.Once(6)))
        {
            var values = Values.Of(random, parameter);
            if (parameter.Name == "cursor" || (values is ["all"] && parameter.Name == "limit" && attempt.Form == "application/json"))
            {
                // A cursor comes from an answer; and a whole history is for the other forms alone, as the parameter says.
                continue;
            }

            attempt.Query.AddRange(random.Once(2)
                ? values.Select(value => $"{parameter.Name}={random.Escape(value)}")
                : [$"{parameter.Name}={string.Join(random.Once(2) ? "," : "%2C", values.Select(random.Escape))}"]);
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(attempt.Query));
    }

    private static void ChooseHeaders(Random random, Attempt attempt)
    {
        foreach (var header in attempt.Operation.Headers.Where(_ => random.Once(5)))
        {
            attempt.Headers.Add((header.Name!, random.Pick(header.Name switch { "Cache-Control" => CacheControls, "If-None-Match" => Tags, _ => Preferences })));
            if (header.Name == "If-None-Match")
            {
                attempt.Expected = [200, 304];
            }
        }
    }
}
