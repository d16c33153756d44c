using System.Security.Cryptography;
using System.Text;

namespace Extend.Simulator.Doors;

/// <summary>Compares secrets without telling by the time taken how much of them was right.</summary>
internal static class Secret
{
    public static bool Equals(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
