using Extend.Simulator.Faults;
using Extend.Simulator.Http;

namespace Extend.Simulator.Control;

/// <summary><c>/sim/faults</c>: the ways to misbehave that are in force.</summary>
internal static class FaultControl
{
    private static readonly string[] Common = ["kind", "path", "method", "whenStatus", "times"];

    public static Answer Show(Call call) => Answer.Json(json =>
    {
        json.WriteStartArray();
        foreach (var rule in call.Simulation.Faults.Rules)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, rule.Kind);
            json.WriteString("path"u8, rule.Path);
            json.WriteString("method"u8, rule.Method);
            Write("whenStatus", rule.WhenStatus);
            Write("left", rule.Left);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Write(string name, int? number)
        {
            if (number is null)
            {
                json.WriteNull(name);
            }
            else
            {
                json.WriteNumber(name, number.Value);
            }
        }
    });

    /// <summary>Sets a fault, behind those set before.</summary>
    public static Answer Add(Call call)
    {
        var body = ControlBody.Object(call);
        var parameters = new PostedMembers(body);
        var name = parameters.Text("kind");
        var kind = FaultKind.All.FirstOrDefault(kind => kind.Name == name)
            ?? throw ControlBody.Refuse($"must be one of: {string.Join(", ", FaultKind.All.Select(kind => kind.Name))}", "kind", name);
        parameters.Allow([.. Common, .. kind.Parameters]);
        call.Simulation.Faults.Add(new FaultRule(
            kind.Name,
            kind.Create(parameters),
            parameters.Text("path") ?? "/",
            parameters.Text("method"),
            parameters.OptionalWhole("whenStatus", 100, 599),
            parameters.OptionalWhole("times", 1, int.MaxValue)));
        return Show(call);
    }

    public static Answer Clear(Call call)
    {
        call.Simulation.Faults.Clear();
        return Show(call);
    }
}
