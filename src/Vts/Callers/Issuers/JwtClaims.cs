using System.Text.Json;

namespace Vts.Callers.Issuers;

/// <summary>A part of a JWT, the header or the payload, read by type: what is of another type than it should be is not there.</summary>
/// <param name="members">A JSON object.</param>
internal readonly struct JwtClaims(JsonElement members)
{
    // The last second of the year 9999.
    private const double MostSeconds = 253_402_300_799;

    /// <summary>Whether there is such a member, of whatever type.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>The text of a member; null if there is none.</summary>
    public string? Text(string name) => TryGet(name, out var value) ? Text(value) : null;

    /// <summary>A time; null if there is none.</summary>
    /// <param name="name">The member.</param>
    /// <param name="isRight">Whether it is a number that can be a time, or not there at all.</param>
    public DateTimeOffset? Time(string name, out bool isRight)
    {
        isRight = true;
        if (!TryGet(name, out var value))
        {
            return null;
        }

        isRight = value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and <= MostSeconds;
        return isRight ? DateTimeOffset.UnixEpoch.AddSeconds(value.GetDouble()) : null;
    }

    /// <summary>The texts of a member that is a text, or a list of them.</summary>
    public IEnumerable<string> Texts(string name) => TryGet(name, out var value) ? Texts(value) : [];

    /// <summary>Whether a member is a text, or a list of one or more and nothing else.</summary>
    public bool IsTexts(string name) => TryGet(name, out var value) && (value.ValueKind is JsonValueKind.Array
        ? value.GetArrayLength() > 0 && value.EnumerateArray().All(static one => Text(one) is not null)
        : Text(value) is not null);

    /// <summary>What is in a member that is a list; nothing if there is none.</summary>
    public IEnumerable<JsonElement> Items(string name) => TryGet(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().Select(Text).OfType<string>()
        : Text(value) is { } text ? [text] : [];

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape.
            return null;
        }
    }

    private bool TryGet(string name, out JsonElement value)
    {
        try
        {
            return members.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Half a character in the name of another member, written as an escape.
            value = default;
            return false;
        }
    }
}
