namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends members that came after the client was written.</summary>
internal static class ExtraMembers
{
    public static FaultKind Kind { get; } = new(
        "extraMembers", "adds members that nobody knows to every object", [],
        _ => new SpoilingFault(answer => answer.Rewrite(new Rewriting
        {
            AtEnd = json =>
            {
                json.WriteString("newText"u8, "new");
                json.WriteStartObject("newObject"u8);
                json.WriteNumber("deep"u8, 1);
                json.WriteEndObject();
                json.WriteStartArray("newList"u8);
                json.WriteEndArray();
            },
        })));
}
