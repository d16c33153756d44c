using System.Globalization;
using System.Text.Json;
using Extend.Simulator.Http;
using Extend.Simulator.Switches;

namespace Extend.Simulator.Control;

/// <summary><c>/sim/switches</c>: an object of every switch and its setting; numbers may be given as numbers or as text.</summary>
internal static class SwitchControl
{
    public static Answer Show(Call call) => Answer.Json(json =>
    {
        json.WriteStartObject();
        foreach (var item in SwitchTable.All)
        {
            var setting = item.Read(call.Simulation.Switches);
            if (int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                json.WriteNumber(item.Name, number);
            }
            else
            {
                json.WriteString(item.Name, setting);
            }
        }

        json.WriteEndObject();
    });

    /// <summary>Changes all the switches given, or none when one of them cannot be.</summary>
    public static Answer Change(Call call)
    {
        var changes = ControlBody.Object(call).EnumerateObject().Select(Read).ToArray();
        call.Simulation.Change(settings => changes.Aggregate(settings, (changed, change) => change.Switch.Set(changed, change.Value)!));
        return Show(call);
    }

    private static (Switch Switch, string Value) Read(JsonProperty change)
    {
        var value = change.Value.ValueKind == JsonValueKind.String ? change.Value.GetString()! : change.Value.GetRawText();
        var found = SwitchTable.Find(change.Name)
            ?? throw ControlBody.Refuse($"There is no such switch. There are: {string.Join(", ", SwitchTable.All.Select(item => item.Name))}", change.Name, value);
        return found.Set(new SwitchSettings(), value) is null
            ? throw ControlBody.Refuse($"The switch takes {found.Values}", change.Name, value)
            : (found, value);
    }
}
