using System.Net;

namespace Vts.Callers.Limits;

/// <summary>
/// Where an address is counted: one of a fixed number of slots, so that however many addresses come, what is kept of them has an
/// end. Which addresses share a slot is another matter in each process, and nobody outside can know it.
/// </summary>
internal static class AddressSlot
{
    /// <summary>How many there are.</summary>
    public const int Count = 65_536;

    private const int Ipv6Bytes = 16;

    // The part of an IPv6 address that a provider gives to one customer, who has all the addresses beyond it.
    private const int Ipv6Network = 8;

    /// <summary>The address's slot; requests without one share a slot.</summary>
    public static int Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[Ipv6Bytes];
        var length = 0;
        if (address is not null)
        {
            (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(bytes, out length);
        }

        var hash = default(HashCode);
        hash.AddBytes(bytes[..(length == Ipv6Bytes ? Ipv6Network : length)]);
        return hash.ToHashCode() & (Count - 1);
    }
}
