using System.Text.Json;

namespace Extend.Simulator.Tests;

/// <summary>Short words for reading answers.</summary>
internal static class JsonReading
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Sim.Cancellation));

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    public static JsonElement[] Items(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray()];

    public static JsonElement[] Items(this JsonElement json) => [.. json.EnumerateArray()];

    public static string[] Ids(this IEnumerable<JsonElement> items) => [.. items.Select(item => item.Text("id"))];

    public static string[] Names(this JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];
}
