using System.Text.Json;

namespace Extend.Simulator.Json;

/// <summary>Reads planted values that mean something to the simulation; anything else is only passed on.</summary>
internal static class Planted
{
    // Sums of a card's transactions stay within 64 bits.
    private const long Largest = 1_000_000_000_000_000;

    public static bool IsText(this JsonElement value, out string text)
    {
        text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return value.ValueKind == JsonValueKind.String;
    }

    public static bool IsCents(this JsonElement value, out long cents)
    {
        cents = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out cents) && cents is > -Largest and < Largest;
    }

    public static bool IsTime(this JsonElement value, out DateTimeOffset moment)
    {
        moment = default;
        return value.ValueKind == JsonValueKind.String && ExtendTime.TryRead(value.GetString(), out moment) && moment.Year is > 1600 and < 9000;
    }
}
