using System.Text;
using System.Text.Json;

namespace Extend.Simulator.Json;

/// <summary>
/// JSON members planted on an object from outside: they replace the object's own, or join it at the end. Never changed.
/// A member of kind <see cref="JsonValueKind.Undefined"/> is one that was taken away.
/// </summary>
internal sealed class RawMembers(IReadOnlyList<KeyValuePair<string, JsonElement>> members)
{
    public static RawMembers None { get; } = new([]);

    public int Count => members.Count;

    public KeyValuePair<string, JsonElement> this[int index] => members[index];

    /// <summary>These members with one set.</summary>
    public RawMembers With(string name, JsonElement value) => new([.. members.Where(member => member.Key != name), new(name, value)]);

    /// <summary>These members less those named.</summary>
    public RawMembers Without(params IEnumerable<string> names) => new([.. members.Where(member => !names.Contains(member.Key, StringComparer.Ordinal))]);

    public int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (Ascii.Equals(name, members[i].Key))
            {
                return i;
            }
        }

        return -1;
    }
}
