namespace Extend.Simulator.Tenants;

/// <summary>A seeded stream of numbers, equal in every process (SplitMix64).</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The stream that belongs to one card, or to one item of it, and to nothing else.</summary>
    public static Dice For(ulong seed, int card, int item = Place.None) =>
        new(Mix(seed + Mix(((ulong)(uint)card << 32) | (uint)item)));

    /// <summary>A number from 0 up to, but not including, <paramref name="limit"/>.</summary>
    public int Below(int limit)
    {
        _state = unchecked(_state + 0x9E37_79B9_7F4A_7C15);
        return (int)(Mix(_state) % (uint)limit);
    }

    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}
