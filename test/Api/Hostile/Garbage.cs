namespace Vts.Api.Tests.Hostile;

/// <summary>Makes of a right request one that hardly is one any more.</summary>
internal static class Garbage
{
    private static readonly string[] Odd =
    [
        "%00", "%0d%0a", "%", "%%", "%g0", "%u0041", "%c0%af", "%ed%a0%80", "%ff%fe", "%f4%90%80%80", "%2e%2e", "%2f", "%5c", "..", "//", "\\", "\0", "\x01", "\x7f", "\u00e9", "\u00ff",
        ";", "?", "#", "&", "=", "&&", "=&=", "+", ",", "[", "{", "}", "<", "\"", "'", "|", "^", "`", "~", "*", "@", ":", "http://evil.example/", "%E2%80%AE", "%F0%9F%92%A9", "a\u0301", Attempt.Canary,
    ];

    public static Attempt Make(Attempt attempt, Random random)
    {
        (attempt.What, attempt.Expected, attempt.IsWellFormed) = ("garbage", [], false);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Spoil(attempt, random);
        }

        return attempt;
    }

    private static void Spoil(Attempt attempt, Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                attempt.Path = random.Once(2) ? "/cards/" + Line(random) : Line(random);
                break;
            case 1:
                attempt.Path = attempt.Path.Insert(random.Next(attempt.Path.Length + 1), random.Pick(Odd));
                break;
            case 2:
                attempt.Query.Add(Line(random));
                break;
            case 3:
                attempt.Query.AddRange(Enumerable.Repeat($"{random.Pick(["limit", "status", "a", "%00", ""])}={random.Pick(Odd)}", random.Pick([2, 50, 500, 1100])));
                break;
            case 4 when attempt.Operation.Query.Count > 0:
                attempt.Query.Add($"{random.Pick(attempt.Operation.Query).Name}={Line(random)}");
                break;
            case 5:
                attempt.Method = random.Pick(["", " ", "GET\0", "\u00e9", "GET,HEAD", "CONNECT", "QUERY", new string('G', 300), random.Bytes(8).Replace("\n", "", StringComparison.Ordinal)]);
                break;
            case 6:
                attempt.Headers.Add((random.Pick(["token", "Accept", "Cache-Control", "If-None-Match", "Prefer", "Accept-Encoding", "Cookie", "Range", "Expect", "Upgrade", "X-Forwarded-For", "traceparent", "Origin", "If-Modified-Since", "Content-Type", "x-odd"]), Value(random)));
                break;
            case 7:
                attempt.Headers.Add((Value(random), "x"));
                break;
            default:
                attempt.Set("Host", random.Pick(["", "a b", "x:y", "[::1", "\u00e9", "x\0", "evil.example@vts", new string('x', 3000), "x, y", "../.."]));
                break;
        }
    }

    private static string Line(Random random) => random.Next(3) switch
    {
        0 => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Pick(Odd))),
        1 => new string('/', random.Next(1, 2000)),
        _ => random.Bytes(60).Replace("\n", "", StringComparison.Ordinal),
    };

    // Without the end of a line: what makes another request of it is tried apart.
    private static string Value(Random random) => (random.Next(3) switch
    {
        0 => random.Bytes(60),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Pick(Odd))),
        _ => string.Concat(Enumerable.Repeat(random.Pick(["application/json;q=", ",", "\"", "max-age=", "W/\"", "gzip;q=0.", "(", "bytes=0-1,", "\\\""]), random.Next(1, 400))),
    }).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
}
