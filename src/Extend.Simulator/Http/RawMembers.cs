using System.Text.Json;

namespace Extend.Simulator.Http;

/// <summary>
/// JSON members planted on an object from outside: they replace the object's own, or join it at the end.
/// A member of kind <see cref="JsonValueKind.Undefined"/> is one that was taken away.
/// </summary>
internal sealed class RawMembers
{
    private readonly List<KeyValuePair<string, JsonElement>> _members = [];

    public int Count => _members.Count;

    public KeyValuePair<string, JsonElement> this[int index] => _members[index];

    /// <summary>These members with others laid over them; nothing given is changed.</summary>
    public static RawMembers Merge(RawMembers? under, JsonElement members, IEnumerable<string> removed)
    {
        var merged = new RawMembers();
        merged._members.AddRange(under?._members ?? []);
        foreach (var member in members.EnumerateObject())
        {
            merged.Set(member.Name, member.Value.Clone());
        }

        foreach (var name in removed)
        {
            merged.Set(name, default);
        }

        return merged;
    }

    public int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _members.Count; i++)
        {
            if (System.Text.Encoding.UTF8.GetString(name) == _members[i].Key)
            {
                return i;
            }
        }

        return -1;
    }

    private void Set(string name, JsonElement value)
    {
        var index = _members.FindIndex(member => member.Key == name);
        if (index < 0)
        {
            _members.Add(new(name, value));
        }
        else
        {
            _members[index] = new(name, value);
        }
    }
}
