using System.Security.Cryptography;
using System.Text;
using Extend;
using Microsoft.Extensions.Options;

namespace Vts.Callers;

/// <summary>The callers named in configuration, found by the SHA-256 of their token.</summary>
public sealed class KnownCallers
{
    private readonly (byte[] TokenHash, Caller Caller)[] _callers;

    /// <summary>Takes the validated configuration.</summary>
    public KnownCallers(IOptions<CallersOptions> callers, IOptions<ExtendOptions> extend)
    {
        ArgumentNullException.ThrowIfNull(callers);
        ArgumentNullException.ThrowIfNull(extend);
        _callers = [.. callers.Value.Known.Select(known => (
            Convert.FromHexString(known.TokenSha256!),
            known.ToCaller(known.Account ?? extend.Value.Accounts.Keys.Single())))];
    }

    /// <summary>How a token is kept: the SHA-256 of its UTF-8 bytes, in hexadecimal.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The caller with this token; null if there is none. Takes the same time for every token of the same length.</summary>
    public Caller? Find(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        var found = default(Caller);
        foreach (var (tokenHash, caller) in _callers)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, tokenHash) ? caller : found;
        }

        return found;
    }
}
