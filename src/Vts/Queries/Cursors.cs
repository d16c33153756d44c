using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Vts.Callers;
using Vts.Errors;

namespace Vts.Queries;

/// <summary>
/// Seals places in lists (AES-GCM), so that a caller can neither read nor make one. A cursor opens for the operation and what it is bound
/// to alone, and for a day.
/// </summary>
internal sealed class Cursors(CursorKey key, TimeProvider time)
{
    /// <summary>How much of a text a place holds, in UTF-16 units.</summary>
    public const int LongestText = 200;

    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Head = 1 + NonceBytes + TagBytes;
    private const int LongestCursor = 2_000;

    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>What a cursor is bound to: its caller, and whatever else the list depends on.</summary>
    public static string Binding(Caller caller, params ReadOnlySpan<string> parts)
    {
        // With their lengths, so that no two bindings are written alike.
        var text = new StringBuilder();
        foreach (var part in (string[])[caller.Account, caller.Name, caller.Cards.Name, .. parts])
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return text.ToString();
    }

    /// <summary>The cursor of a place.</summary>
    public string Write(string operation, string binding, CursorPosition position)
    {
        var content = PlaceBytes.Write(time.GetUtcNow(), position);
        var whole = new byte[Head + content.Length];
        whole[0] = Version;
        RandomNumberGenerator.Fill(whole.AsSpan(1, NonceBytes));

        // One for each cursor: an instance may not be used by two requests at once.
        using var seal = new AesGcm(key.Value, TagBytes);
        seal.Encrypt(whole.AsSpan(1, NonceBytes), content, whole.AsSpan(Head), whole.AsSpan(1 + NonceBytes, TagBytes), Bound(operation, binding));
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>The place of a cursor.</summary>
    /// <exception cref="InvalidQueryException">It is none of ours, another list's or another caller's, or too old.</exception>
    public CursorPosition Read(string operation, string binding, string cursor)
    {
        try
        {
            return Open(operation, binding, cursor) ?? throw new InvalidQueryException(Problems.InvalidCursor);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            throw new InvalidQueryException(Problems.InvalidCursor);
        }
    }

    private CursorPosition? Open(string operation, string binding, string cursor)
    {
        // There is one way to write a cursor: base64 itself would pass over spaces and left-over bits.
        if (cursor.Length > LongestCursor || Base64Url.DecodeFromChars(cursor) is not [Version, ..] whole || whole.Length < Head
            || Base64Url.EncodeToString(whole) != cursor)
        {
            return null;
        }

        var content = new byte[whole.Length - Head];
        using var seal = new AesGcm(key.Value, TagBytes);
        seal.Decrypt(whole.AsSpan(1, NonceBytes), whole.AsSpan(Head), whole.AsSpan(1 + NonceBytes, TagBytes), content, Bound(operation, binding));
        var (writtenAt, position) = PlaceBytes.Read(content);
        return (time.GetUtcNow() - writtenAt).Duration() > Life ? null : position;
    }

    private static byte[] Bound(string operation, string binding) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}\n{operation}\n{binding}"));
}
