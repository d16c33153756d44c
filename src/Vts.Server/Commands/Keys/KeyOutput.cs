using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vts.Callers.Keys;

namespace Vts.Server.Commands.Keys;

/// <summary>Keys as the command line writes them. A key itself appears once, when it is made; its hash never.</summary>
internal static class KeyOutput
{
    // Names and card rules are read by people: other scripts stay readable.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<string, DateTimeOffset> NoUses = new(StringComparer.Ordinal);

    public static string Json(IssuedKey issued)
    {
        var node = Node(issued.Record, NoUses);
        node.Insert(0, "key", issued.Key);
        return node.ToJsonString(Indented);
    }

    public static string Json(KeyRecord key, IReadOnlyDictionary<string, DateTimeOffset> uses) => Node(key, uses).ToJsonString(Indented);

    public static string Json(IReadOnlyList<KeyRecord> keys, IReadOnlyDictionary<string, DateTimeOffset> uses) =>
        new JsonArray([.. keys.Select(key => Node(key, uses))]).ToJsonString(Indented);

    public static string Text(IssuedKey issued) =>
        $"""
        {issued.Record.Id} is made for {issued.Record.Name} (account {issued.Record.Account}, {Ends(issued.Record)}). Here is the key, this once; VTS keeps only its hash:

          {issued.Key}

        Every server knows it within 10 seconds.
        """;

    public static string Text(KeyRecord key, IReadOnlyDictionary<string, DateTimeOffset> uses)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Node(key, NoUses))
        {
            text.Append(name.PadRight(12)).Append(value is JsonValue plain ? plain.ToString() : value!.ToJsonString(Compact)).Append('\n');
        }

        return $"{text}{"last used",-12}{LastUsed(key, uses)}";
    }

    public static string Table(IReadOnlyList<KeyRecord> keys, IReadOnlyDictionary<string, DateTimeOffset> uses)
    {
        string[][] rows =
        [
            ["ID", "NAME", "ACCOUNT", "STATE", "EXPIRES", "LAST USED"],
            .. keys.Select(key => new[] { key.Id, key.Name, key.Account, State(key), key.Expires is { } end ? Time(end) : "never", LastUsed(key, uses) }),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string LastUsed(KeyRecord key, IReadOnlyDictionary<string, DateTimeOffset> uses) => uses.TryGetValue(key.Id, out var used) ? Time(used) : "never";

    private static string Ends(KeyRecord key) => key.Expires is { } end ? $"ends {Time(end)}" : "without an end";

    private static string State(KeyRecord key) => KeyStates.Name(key.StateAt(TimeProvider.System.GetUtcNow()));

    private static JsonObject Node(KeyRecord key, IReadOnlyDictionary<string, DateTimeOffset> uses)
    {
        var node = JsonSerializer.SerializeToNode(key, KeyJson.Default.KeyRecord)!.AsObject();
        node.Remove("sha256");
        node["state"] = State(key);
        if (uses.TryGetValue(key.Id, out var used))
        {
            node["lastUsed"] = Time(used);
        }

        return node;
    }
}
