using System.Security.Cryptography;

namespace Vts.Requests;

/// <summary>Names for requests, unique over the whole fleet: 32 hexadecimal digits, random.</summary>
internal static class RequestName
{
    private const int Bytes = 16;

    // Randomness is taken in stock: asking for it costs more than all else that names a request.
    private const int Stock = 256 * Bytes;

    [ThreadStatic]
    private static byte[]? _stock;

    [ThreadStatic]
    private static int _left;

    /// <summary>A new one.</summary>
    public static string New()
    {
        var stock = _stock ??= new byte[Stock];
        if (_left is 0)
        {
            RandomNumberGenerator.Fill(stock);
            _left = Stock;
        }

        _left -= Bytes;
        return Convert.ToHexStringLower(stock, _left, Bytes);
    }
}
