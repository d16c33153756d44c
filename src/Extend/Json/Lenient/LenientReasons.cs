using System.Text.Json;
using Extend.Transactions;

namespace Extend.Json.Lenient;

/// <summary>Reads reasons that an answer can do without; entries that are no objects are left out.</summary>
internal sealed class LenientReasons : LenientConverter<IReadOnlyList<DeclineReason>>
{
    protected override IReadOnlyList<DeclineReason>? ReadOrDefault(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return null;
        }

        var reasons = new List<DeclineReason>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject && JsonSerializer.Deserialize(ref reader, ExtendJson.Default.DeclineReason) is { } reason)
            {
                reasons.Add(reason);
            }
            else
            {
                reader.Skip();
            }
        }

        return reasons;
    }
}
