using System.Text.Json;
using Extend.Simulator.Queries;

namespace Extend.Simulator.Control;

/// <summary>Reads the members of an object as it was posted, and says which are none of its own.</summary>
internal sealed class PostedMembers(JsonElement members)
{
    /// <summary>Refuses an object that has a member beside the known ones.</summary>
    public void Allow(params IReadOnlyCollection<string> known)
    {
        foreach (var member in members.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
        {
            throw ControlBody.Refuse($"is not a member; there are: {string.Join(", ", known)}", member.Name);
        }
    }

    public int Whole(string name, int usual, int least, int most) => OptionalWhole(name, least, most) ?? usual;

    public int? OptionalWhole(string name, int least, int most)
    {
        if (!members.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Parameters.Bad(name, $"must be a whole number from {least} to {most}", value.GetRawText());
    }

    public string? Text(string name)
    {
        if (!members.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw Parameters.Bad(name, "must be text", value.GetRawText());
    }

    /// <summary>The member as JSON, whatever it is; null if it is not there.</summary>
    public string? Json(string name) => members.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
