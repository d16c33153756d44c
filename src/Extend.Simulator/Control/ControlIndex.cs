using Extend.Simulator.Faults;
using Extend.Simulator.Http;
using Extend.Simulator.Switches;

namespace Extend.Simulator.Control;

/// <summary><c>GET /sim</c>: what can be asked of the simulator itself, for people and programs.</summary>
internal static class ControlIndex
{
    public static Answer Show(Call call, IEnumerable<(string Method, string Path, string Meaning)> paths) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("what"u8, "A simulator of Extend's HTTP API. These paths are its own; every other is Extend's.");
        json.WriteStartObject("paths"u8);
        foreach (var (method, path, meaning) in paths)
        {
            json.WriteString($"{method} {path}", meaning);
        }

        json.WriteEndObject();
        json.WriteStartObject("switches"u8);
        foreach (var item in SwitchTable.All)
        {
            json.WriteStartObject(item.Name);
            json.WriteString("meaning"u8, item.Meaning);
            json.WriteString("settings"u8, item.Values);
            json.WriteString("now"u8, item.Read(call.Switches));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("faults"u8);
        foreach (var kind in FaultKind.All)
        {
            json.WriteStartObject(kind.Name);
            json.WriteString("meaning"u8, kind.Meaning);
            json.WriteString("members"u8, string.Join(", ", kind.Parameters));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });
}
