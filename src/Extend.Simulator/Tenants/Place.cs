using System.Runtime.InteropServices;

namespace Extend.Simulator.Tenants;

/// <summary>
/// Where an object stands: tenant tag, card number, item number. Packed into the 62 free bits of an id and scrambled,
/// so that an id leads back to its card without an index, and looks like any other.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Tenant, int Card, int Item)
{
    /// <summary>The card or item number of what belongs to the company, or of the card itself.</summary>
    public const int None = 0xFF_FFFF;

    private const ulong Mask = (1UL << 62) - 1;
    private const ulong First = 0x1F0F_29A1_5C35_D3B5;
    private const ulong Second = 0x2545_F491_4F6C_DD1D;
    private static readonly ulong FirstInverse = Inverse(First);
    private static readonly ulong SecondInverse = Inverse(Second);

    public ulong Pack()
    {
        var bits = ((ulong)Tenant << 48) | ((ulong)Card << 24) | (uint)Item;
        bits = unchecked(bits * First) & Mask;
        bits ^= bits >> 31;
        return unchecked(bits * Second) & Mask;
    }

    public static Place Unpack(ulong packed)
    {
        var bits = unchecked(packed * SecondInverse) & Mask;
        bits ^= bits >> 31;
        bits = unchecked(bits * FirstInverse) & Mask;
        return new Place((int)(bits >> 48), (int)(bits >> 24 & 0xFF_FFFF), (int)(bits & 0xFF_FFFF));
    }

    // Newton's iteration doubles the number of right bits each time: 5 steps from 3 bits reach 96.
    private static ulong Inverse(ulong odd)
    {
        var inverse = odd;
        for (var i = 0; i < 5; i++)
        {
            inverse = unchecked(inverse * (2 - (odd * inverse)));
        }

        return inverse;
    }
}
