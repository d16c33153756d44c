using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Vts.Queries;

/// <summary>
/// The key that cursors are sealed with: <c>Lists:CursorKey</c>, or one made of <c>Sessions:EncryptionKey</c>, so that the servers and
/// functions of a fleet read each other's; or one for the life of this process.
/// </summary>
internal sealed class CursorKey
{
    private const string Setting = "Lists:CursorKey";
    private const int Bytes = 32;

    public CursorKey(IConfiguration configuration)
    {
        var secret = configuration[Setting] ?? configuration["Sessions:EncryptionKey"];
        Value = string.IsNullOrEmpty(secret)
            ? RandomNumberGenerator.GetBytes(Bytes)
            : HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Bytes, info: "vts cursors"u8.ToArray());
    }

    /// <summary>The key.</summary>
    public byte[] Value { get; }
}
