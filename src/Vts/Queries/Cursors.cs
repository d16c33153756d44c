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
internal sealed class Cursors(CursorKey key, TimeProvider time) : IDisposable
{
    /// <summary>How much of a text a place holds: more than a cursor of 2,000 characters could take in any script.</summary>
    public const int LongestText = 200;

    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int LongestCursor = 2_000;

    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly AesGcm _seal = new(key.Value, TagBytes);

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
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(time.GetUtcNow().ToUnixTimeSeconds());
            writer.Write(position.Id);
            Write(writer, position.Moment?.UtcTicks ?? position.Number);
            writer.Write(position.Text is not null);
            writer.Write(position.Text ?? "");
        }

        var content = plain.ToArray();
        var whole = new byte[1 + NonceBytes + TagBytes + content.Length];
        whole[0] = Version;
        var nonce = whole.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        _seal.Encrypt(nonce, content, whole.AsSpan(1 + NonceBytes + TagBytes), whole.AsSpan(1 + NonceBytes, TagBytes), Bound(operation, binding));
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
        catch (Exception fault) when (fault is CryptographicException or FormatException or EndOfStreamException)
        {
            throw new InvalidQueryException(Problems.InvalidCursor);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _seal.Dispose();

    private CursorPosition? Open(string operation, string binding, string cursor)
    {
        if (cursor.Length > LongestCursor || Base64Url.DecodeFromChars(cursor) is not [Version, ..] whole || whole.Length < 1 + NonceBytes + TagBytes)
        {
            return null;
        }

        var content = new byte[whole.Length - 1 - NonceBytes - TagBytes];
        _seal.Decrypt(whole.AsSpan(1, NonceBytes), whole.AsSpan(1 + NonceBytes + TagBytes), whole.AsSpan(1 + NonceBytes, TagBytes), content, Bound(operation, binding));
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var age = time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());
        var id = reader.ReadString();
        var number = reader.ReadBoolean() ? reader.ReadInt64() : (long?)null;
        var hasText = reader.ReadBoolean();
        var text = reader.ReadString();

        // The number is what the list's own order makes of it.
        return age > Life || age < -Life ? null : new CursorPosition(id)
        {
            Number = number,
            Moment = number is >= 0 && number <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(number.Value, TimeSpan.Zero) : null,
            Text = hasText ? text : null,
        };
    }

    private static void Write(BinaryWriter writer, long? number)
    {
        writer.Write(number is not null);
        if (number is { } value)
        {
            writer.Write(value);
        }
    }

    private static byte[] Bound(string operation, string binding) => SHA256.HashData(Encoding.UTF8.GetBytes($"{operation}\n{binding}"));
}
