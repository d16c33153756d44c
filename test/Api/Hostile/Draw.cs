using System.Text;

namespace Vts.Api.Tests.Hostile;

/// <summary>What the fuzzer draws by chance.</summary>
internal static class Draw
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // Neighbouring seeds must not begin alike.
    public static Random Of(int seed) => new(unchecked((seed + 1) * (int)2_654_435_761));

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static bool Once(this Random random, int times) => random.Next(times) == 0;

    public static string Id(this Random random, string prefix, int length = 22) => prefix + random.GetString(Letters, length);

    /// <summary>The text as a part of a path or query: what must be escaped is, and now and then what need not be.</summary>
    public static string Escape(this Random random, string text)
    {
        var escaped = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            _ = Unreserved.Contains((char)unit) && !random.Once(12) ? escaped.Append((char)unit)
                : random.Once(2) ? escaped.Append('%').Append(unit.ToString("x2"))
                : escaped.Append('%').Append(unit.ToString("X2"));
        }

        return escaped.ToString();
    }

    /// <summary>Some bytes, as text of a byte a character.</summary>
    public static string Bytes(this Random random, int most)
    {
        var bytes = new byte[random.Next(most + 1)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
