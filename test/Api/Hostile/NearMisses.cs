using Microsoft.OpenApi;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Hostile;

/// <summary>Puts one thing wrong into a request that was right.</summary>
internal static class NearMisses
{
    private static readonly (string What, Func<Attempt, Random, int[]?> Spoil)[] All =
    [
        ("unknown parameter", UnknownParameter),
        ("parameter twice", Twice),
        ("parameter without a value", Empty),
        ("wrong value", WrongValue),
        ("wrong value", WrongValue),
        ("wrong value", WrongValue),
        ("value escaped twice", EscapedTwice),
        ("huge value", Huge),
        ("from after to", Crossed),
        ("wrong path", WrongPath),
        ("wrong card", WrongCard),
        ("wrong method", WrongMethod),
        ("wrong token", WrongToken),
        ("wrong token", WrongToken),
        ("no such form", WrongForm),
        ("large body", (attempt, random) => WithBody(attempt, random.Next(8193, 20_000), 413)),
        ("small body", (attempt, random) => WithBody(attempt, random.Next(0, 200), 200, 304)),
        ("large headers", LargeHeaders),
    ];

    private static readonly string[] WrongMethods = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "GETT", "HEADX", "G"];

    public static Attempt Make(Attempt attempt, Random random)
    {
        while (true)
        {
            var (what, spoil) = random.Pick(All);
            if (spoil(attempt, random) is { } expected)
            {
                (attempt.What, attempt.Expected) = (what, expected);
                return attempt;
            }
        }
    }

    private static int[]? UnknownParameter(Attempt attempt, Random random)
    {
        var name = attempt.Operation.Query.Count == 0 || random.Once(3) ? random.Pick(["token", "offset", "", "%00", "a%0d%0ab", "page", "__proto__", "%C3%A9"])
            : random.Pick(attempt.Operation.Query).Name! is var known && random.Once(2) ? known + random.Pick(["x", "%20", "%00", ".", "[]", "[0]"]) : char.ToUpperInvariant(known[0]) + known[1..];
        attempt.Query.Insert(random.Next(attempt.Query.Count + 1), $"{name}={Attempt.Canary}");
        return [400];
    }

    private static int[]? Twice(Attempt attempt, Random random) => With(attempt, random, parameter => parameter.Schema!.Type is not JsonSchemaType.Array, parameter =>
    {
        var value = $"{parameter.Name}={random.Escape(Values.Of(random, parameter)[0])}";
        attempt.Query.AddRange([value, value]);
        return [400];
    });

    private static int[]? Empty(Attempt attempt, Random random) => With(attempt, random, _ => true, parameter =>
    {
        attempt.Query.Add(parameter.Name + random.Pick(["=", "", "=%20", "=+", "=%09"]));
        return [400];
    });

    private static int[]? WrongValue(Attempt attempt, Random random) => With(attempt, random, _ => true, parameter =>
    {
        if (Values.WrongOf(random, parameter) is not { } wrong)
        {
            return null;
        }

        attempt.Query.Add($"{parameter.Name}={random.Escape(wrong)}");
        return [400];
    });

    private static int[]? EscapedTwice(Attempt attempt, Random random) => With(attempt, random, parameter => (parameter.Schema!.Items ?? parameter.Schema).Enum is { Count: > 0 }, parameter =>
    {
        var value = Values.Of(random, parameter)[0];
        attempt.Query.Add($"{parameter.Name}=%25{(int)value[0]:x2}{value[1..]}");
        return [400];
    });

    private static int[]? Huge(Attempt attempt, Random random) => With(attempt, random, _ => true, parameter =>
    {
        var length = random.Pick([2000, 7000, 8200, 20_000]);
        attempt.Query.Add($"{parameter.Name}={random.Pick([new string('9', length), string.Concat(Enumerable.Repeat("%F0%9F%98%80", length / 12)), string.Join(',', Enumerable.Repeat("a", length / 2))])}");
        return length > 8100 ? [414] : [400];
    });

    private static int[]? Crossed(Attempt attempt, Random random)
    {
        if (attempt.Operation.Query.All(parameter => parameter.Name != "from"))
        {
            return null;
        }

        attempt.Remove("from");
        attempt.Remove("to");
        attempt.Query.AddRange(random.Pick<string[]>([["from=2026-03-02", "to=2026-03-01"], ["to=0001-01-01", "from=9999-12-31"], ["from=2026-03-01T00:00:00Z", "to=2026-03-01T00:00:00Z"]]));
        return [400];
    }

    private static int[]? WrongPath(Attempt attempt, Random random)
    {
        // Without a query: the path of another operation, whose card is not there, may not take it.
        var path = attempt.Path;
        attempt.Query.Clear();
        attempt.Path = random.Pick(
        [
            path + "/", "/" + path, path + "//", path + "/x/y/z", path + "/" + Attempt.Canary, path.ToUpperInvariant(), "/v1" + path, path + "%252f",
            path + ".xml", path + "/.csv", path + ";a=b/x", path[..^1] + "/", path + "/..%2f..%2fx/y", path.Replace("/", "\\", StringComparison.Ordinal)[1..].Insert(0, "/") + "/x",
        ]);
        return [404];
    }

    private static int[]? WrongCard(Attempt attempt, Random random)
    {
        if (!attempt.Operation.Path.Contains("{cardId}", StringComparison.Ordinal))
        {
            return null;
        }

        attempt.Path = attempt.Path.Replace(attempt.Path.Split('/', '.')[2], random.Pick(
        [
            random.Id("vc_"), random.Id("vc_", 21), random.Id("vc_", 23), random.Id("VC_"), random.Id("vc-"), "Active", "active.", "vc_", "%20", "%C3%A9", "%ED%A0%80", "%F0%9F%98%80", "%2525",
            random.Id("vc_", 21) + "%0A", random.Id("vc_", 21) + "%EF%BC%91", random.Id("vc_", 7000), Attempt.Canary, "%2E%2E%5C", "null", "-1", "*", random.Id("vc_") + ".", random.Id("vc_") + "%2F",
        ]), StringComparison.Ordinal);
        return [404];
    }

    private static int[]? WrongMethod(Attempt attempt, Random random)
    {
        attempt.Method = random.Pick(WrongMethods);
        return [405];
    }

    private static int[]? WrongToken(Attempt attempt, Random random)
    {
        attempt.Headers.RemoveAll(header => header.Name.Equals("token", StringComparison.OrdinalIgnoreCase) || header.Name == "Authorization");
        attempt.Headers.AddRange(random.Pick<(string, string)[]>(
        [
            [], [("token", Attempt.Canary)], [("token", "")], [("token", VtsApp.Token), ("token", VtsApp.Token)], [("token", VtsApp.Token), ("Authorization", "Bearer " + VtsApp.Token)],
            [("Authorization", VtsApp.Token)], [("Authorization", "Bearer")], [("Authorization", "Bearer ")], [("Authorization", "Basic " + VtsApp.Token)], [("Authorization", "Bearer, Bearer " + VtsApp.Token)],
            [("Authorization", "Bearer" + VtsApp.Token)], [("Authorization", "Bearer " + VtsApp.Token), ("authorization", "Bearer " + VtsApp.Token)], [("token", VtsApp.Token + " x")], [("token", VtsApp.Token.ToUpperInvariant())],
            [("token", VtsApp.Token + "," + VtsApp.Token)], [("token", "\"" + VtsApp.Token + "\"")], [("token", "\u00ff\u00fe\u0080")], [("token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.AA")], [("token", new string('x', 7000))],
            [("token", random.Id("vts_", 49))], [("X-Token", VtsApp.Token)], [("token", "..")], [("token", "a.b.c")], [("Cookie", "token=" + VtsApp.Token)], [("token", "%61" + VtsApp.Token[1..])],
        ]));

        // A gateway takes no header that is no text.
        attempt.IsWellFormed = !Face.IsGateway || attempt.Headers.All(header => header.Value.All(char.IsAscii));
        return [401];
    }

    private static int[]? WrongForm(Attempt attempt, Random random)
    {
        if (!attempt.Operation.IsList || attempt.Path.EndsWith("json", StringComparison.Ordinal) || attempt.Path.EndsWith("csv", StringComparison.Ordinal))
        {
            return null;
        }

        attempt.Set("Accept", random.Pick(["application/xml", "text/html", "application/*;q=0, text/plain", "*/*;q=0", "text/csv;q=0", "image/png, application/pdf"]));
        return [406];
    }

    private static int[]? WithBody(Attempt attempt, int length, params int[] expected)
    {
        attempt.Body = new byte[length];
        attempt.Headers.Add(("Content-Length", $"{length}"));
        return expected;
    }

    private static int[]? LargeHeaders(Attempt attempt, Random random)
    {
        attempt.Headers.AddRange(random.Once(2) ? [("x-odd", Attempt.Canary + new string('x', 9000))] : Enumerable.Range(0, 600).Select(i => ($"x-odd-{i}", "x")));
        return [431];
    }

    private static int[]? With(Attempt attempt, Random random, Func<IOpenApiParameter, bool> fits, Func<IOpenApiParameter, int[]?> spoil)
    {
        IOpenApiParameter[] fitting = [.. attempt.Operation.Query.Where(fits)];
        if (fitting.Length == 0)
        {
            return null;
        }

        var parameter = random.Pick(fitting);
        attempt.Remove(parameter.Name!);
        return spoil(parameter);
    }
}
