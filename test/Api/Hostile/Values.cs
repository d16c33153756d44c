using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Vts.Api.Tests.Hostile;

/// <summary>Values of parameters that the contract allows, and what is known of them beyond their schema.</summary>
internal static class Values
{
    private static readonly string[] Zones = ["UTC", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Europe/Berlin", "+05:30", "-00:00", "+14:00", "-14:00", "Etc/GMT+5"];
    private static readonly string[] Texts = ["a", "hotel", "Travel", "É", "straße", "漢字", "😀", "%", "&=+#?", "'; --", "..", "</script>", "=1+1", "0", new('x', 100), "a b", "\u202e", "\ud800"];
    private static readonly string[] Patterned = ["all", "1", "9", "10", "25", "99", "100", "499", "500"];
    private static readonly string[] Starts = ["0001-01-01", "2020-02-29", "2024-07-01", "2025-12-31", "2024-03-10T02:30:00Z", "2024-01-01T00:00:00.123456789012Z", "2025-06-01T12:00:00+05:30", "2025-06-01t12:00z", "1583-01-01T00:00-14:00"];
    private static readonly string[] Ends = ["9999-12-31", "2026-03-31", "2026-02-28", "2027-01-01T00:00:00Z", "2026-06-01T12:00:00.5-08:00", "9999-12-31T23:59:59.9999999Z"];

    /// <summary>A value, or several; each a whole value of the parameter.</summary>
    public static string[] Of(Random random, IOpenApiParameter parameter)
    {
        var schema = parameter.Schema!;
        return parameter.Name switch
        {
            "from" or "expiringBefore" => [random.Pick(Starts)],
            "to" => [random.Pick(Ends)],
            "tz" => [random.Pick(Zones)],
            "search" or "merchant" => [random.Pick(Texts)],
            "recipient" => [random.Id("u_")],
            "creditCard" => [random.Id("cc_")],
            "mcc" => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(10_000).ToString("0000"))],
            "minAmount" => [random.NextInt64(long.MinValue, 0).ToString(CultureInfo.InvariantCulture)],
            "maxAmount" => [random.NextInt64(0, long.MaxValue).ToString(CultureInfo.InvariantCulture)],
            _ when schema.Type is JsonSchemaType.Array => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (string)random.Pick([.. schema.Items!.Enum!])!)],
            _ when schema.Enum is { Count: > 0 } choices => [(string)random.Pick([.. choices])!],
            _ when schema.Type is JsonSchemaType.Integer => [random.Next(Bound(schema.Minimum), Bound(schema.Maximum) + 1).ToString(CultureInfo.InvariantCulture)],
            _ when schema.Pattern is { } pattern => [random.Pick([.. Patterned.Where(value => Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))])],
            _ => [(string)parameter.Example!],
        };
    }

    /// <summary>A value that the contract does not allow; null where any text is allowed.</summary>
    public static string? WrongOf(Random random, IOpenApiParameter parameter)
    {
        var schema = parameter.Schema!;
        var choices = schema.Items?.Enum ?? schema.Enum;
        return parameter.Name switch
        {
            "from" or "to" or "expiringBefore" => random.Pick(["2026-02-30", "2026-13-01", "2026-1-1", "20260101", "2026-03-01T25:00:00Z", "2026-03-01T00:00:60Z", "2026-03-01T12:00:00", "2026-03-01T12:00:00+25:00", "0000-01-01", "10000-01-01", "now", "２０２６-０１-０１", "2026-03-01Z", "2026-03-01T12:00:00Z ", "1e9", "2026-03-01\0"]),
            "tz" => random.Pick(["America/New_york", "UTC+1", "+15:00", "+5:30", "+14:01", "+05:60", "/etc/passwd", "../UTC", "utc\0", "Europe", "+0530", "٠٥:٣٠"]),
            "recipient" => random.Pick([random.Id("u_", 21), random.Id("u_", 23), random.Id("U_"), random.Id("vc_"), random.Id("u_", 21) + "é"]),
            "creditCard" => random.Pick([random.Id("cc_", 21), random.Id("cc_", 23), random.Id("CC_"), random.Id("cc-"), random.Id("cc_", 21) + "\n"]),
            "mcc" => random.Pick(["701", "70111", "７０１１", "70.1", "-701", "701\0", "abcd", "7011,", ",7011", "7011;5411"]),
            "cursor" => random.Pick(["AQ…", "A", "AQ", random.Id("AQ", 60), new('A', 2000), "AQ==", "../..", "\0"]),
            _ when choices is { Count: > 0 } => Near(random, [.. choices.Select(choice => (string)choice!)]),
            _ when schema.Type is JsonSchemaType.Integer => random.Pick(["", "1.0", "1e2", "0100", "+5", "0x10", "１００", "100\0", "99999999999999999999", "-9223372036854775809", "9223372036854775808", "--1", "1,000", "NaN", "∞",
                .. schema.Minimum is null ? Array.Empty<string>() : ["0", "-1", "501", "2147483648", "4294967297"]]),
            _ when schema.Pattern is { } pattern => random.Pick([.. new[] { "0", "-1", "501", "0100", "ALL", "all ", "1.0", "1e2", "１０", "100\n", "4294967396" }.Where(value => !Regex.IsMatch(value, pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)))]),
            "search" or "merchant" => new string('x', 101),
            _ => null,
        };
    }

    private static string Near(Random random, string[] choices)
    {
        var right = random.Pick(choices);
        string[] wrong =
        [
            right + "x", right + " ", " " + right, right + "\0", right + ".", right + "%20", right.ToUpperInvariant(), right.ToLowerInvariant(), right[1..], "", ",", right + ",", right + ";", right + "\u0301",
            right.Replace('A', '\u0391').Replace('a', '\u0430'),
        ];
        return random.Pick([.. wrong.Where(value => !choices.Contains(value, StringComparer.Ordinal))]);
    }

    private static int Bound(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);
}
