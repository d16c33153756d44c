using System.Collections.Frozen;
using System.Text.Json;

namespace Vts.LocalGateway.Gateway;

/// <summary>What a REST API drops or renames on the way in and out: <c>renamed-headers.json</c>.</summary>
public sealed class RenamedHeaders
{
    private readonly FrozenDictionary<string, string> _renamed;
    private readonly FrozenSet<string> _dropped;
    private readonly FrozenSet<string> _droppedFromRequests;

    private RenamedHeaders(JsonElement table)
    {
        _renamed = table.GetProperty("renamedInAnswers").EnumerateObject()
            .ToFrozenDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        _dropped = Names(table, "droppedFromAnswers");
        _droppedFromRequests = Names(table, "droppedFromRequests");
    }

    /// <summary>The committed table.</summary>
    public static RenamedHeaders Current { get; } = Read();

    /// <summary>The name under which a function's header reaches the caller; null if it does not.</summary>
    public string? InAnswer(string name) => _dropped.Contains(name) ? null : _renamed.GetValueOrDefault(name, name);

    /// <summary>Whether a caller's header does not reach the function.</summary>
    public bool IsDroppedFromRequests(string name) => _droppedFromRequests.Contains(name);

    private static RenamedHeaders Read()
    {
        using var stream = typeof(RenamedHeaders).Assembly.GetManifestResourceStream("renamed-headers.json")!;
        using var document = JsonDocument.Parse(stream);
        return new RenamedHeaders(document.RootElement);
    }

    private static FrozenSet<string> Names(JsonElement table, string member) =>
        table.GetProperty(member).EnumerateArray().Select(name => name.GetString()!).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
