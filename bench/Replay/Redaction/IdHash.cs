using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vts.Bench.Replay.Redaction;

/// <summary>Hashes by a key: who has the key can tell that two are the same, who has it not can tell nothing.</summary>
internal sealed partial class IdHash
{
    private const int ShortestKey = 16;
    private const int Digits = 22;

    private readonly byte[] _key;

    public IdHash(string key)
    {
        _key = key.Length >= ShortestKey
            ? Encoding.UTF8.GetBytes(key)
            : throw new ReplayException($"The key of --key-file has fewer than {ShortestKey} characters.");
    }

    /// <summary>An id of the same kind and form.</summary>
    public string Of(string id) => $"{id[..(id.IndexOf('_') + 1)]}{Text(id)}";

    /// <summary>What stands for a text.</summary>
    public string Text(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)))[..Digits];

    /// <summary>The text with other ids in it.</summary>
    public static string Replace(string text, Func<string, string> by) => Id().Replace(text, match => by(match.Value));

    // As Extend's are: vc_A681POqRINI7goyrCNPff7.
    [GeneratedRegex(@"\b[a-z]{1,6}_[0-9A-Za-z]{16,32}\b", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();
}
