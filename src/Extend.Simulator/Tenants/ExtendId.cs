using System.Buffers;

namespace Extend.Simulator.Tenants;

/// <summary>
/// Ids in Extend's form: a prefix and two base-62 halves of eleven digits, the magnitudes of the signed high and low
/// 64 bits of a version 1 UUID. The UUID's time is the object's creation; its 62 free bits say where the object stands.
/// </summary>
internal static class ExtendId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int HalfLength = 11;
    private static readonly SearchValues<char> DigitSet = SearchValues.Create(Digits);
    private const ulong Variant = 0x8000_0000_0000_0000;
    private static readonly long Epoch = new DateTime(1582, 10, 15, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static string Create(string prefix, DateTimeOffset createdAt, ulong place)
    {
        var time = (ulong)(createdAt.UtcTicks - Epoch);
        var high = (time << 32) | ((time >> 16) & 0xFFFF_0000) | 0x1000 | ((time >> 48) & 0x0FFF);
        var low = Variant | place;
        return string.Create(prefix.Length + 1 + (2 * HalfLength), (prefix, high, low), static (text, id) =>
        {
            id.prefix.CopyTo(text);
            text[id.prefix.Length] = '_';
            Write(text[(id.prefix.Length + 1)..], Magnitude(id.high));
            Write(text[(id.prefix.Length + 1 + HalfLength)..], Magnitude(id.low));
        });
    }

    public static bool IsWellFormed(ReadOnlySpan<char> id)
    {
        var separator = id.IndexOf('_');
        return separator > 0
            && id.Length == separator + 1 + (2 * HalfLength)
            && !id[..separator].ContainsAnyExceptInRange('a', 'z')
            && !id[(separator + 1)..].ContainsAnyExcept(DigitSet);
    }

    /// <summary>Reads creation time and place back; false when the text is not such an id.</summary>
    public static bool TryDecode(ReadOnlySpan<char> id, out DateTimeOffset createdAt, out ulong place)
    {
        createdAt = default;
        place = 0;
        if (!IsWellFormed(id))
        {
            return false;
        }

        var high = Read(id[^(2 * HalfLength)..^HalfLength]);
        var low = unchecked(0 - Read(id[^HalfLength..]));
        if ((high >> 12 & 0xF) != 1)
        {
            high = unchecked(0 - high);
        }

        var time = ((high & 0x0FFF) << 48) | ((high & 0xFFFF_0000) << 16) | (high >> 32);
        if ((high >> 12 & 0xF) != 1 || low >> 62 != 2 || time > (ulong)(DateTimeOffset.MaxValue.Ticks - Epoch))
        {
            return false;
        }

        createdAt = new DateTimeOffset((long)time + Epoch, TimeSpan.Zero);
        place = low & ~(3UL << 62);
        return true;
    }

    private static ulong Magnitude(ulong half) => (long)half < 0 ? unchecked(0 - half) : half;

    private static void Write(Span<char> text, ulong value)
    {
        for (var i = HalfLength - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(value % 62)];
            value /= 62;
        }
    }

    private static ulong Read(ReadOnlySpan<char> text)
    {
        var value = 0UL;
        foreach (var digit in text)
        {
            value = unchecked((value * 62) + (ulong)Digits.IndexOf(digit, StringComparison.Ordinal));
        }

        return value;
    }
}
