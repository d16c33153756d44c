using Extend.Simulator.Http;

namespace Extend.Simulator.Control;

/// <summary><c>/sim/requests</c>: what was asked on Extend's own paths, in order. <c>method</c> and <c>path</c> are prefixes to filter by.</summary>
internal static class RequestControl
{
    public static Answer Show(Call call) => Answer.Json(json =>
    {
        json.WriteStartArray();
        foreach (var record in Chosen(call))
        {
            json.WriteStartObject();
            json.WriteString("at"u8, record.At.UtcDateTime);
            json.WriteString("method"u8, record.Method);
            json.WriteString("path"u8, record.Path);
            json.WriteString("query"u8, record.Query);
            json.WriteString("door"u8, record.Door);
            json.WriteString("tenant"u8, record.Tenant);
            json.WriteNumber("status"u8, record.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static Answer Count(Call call) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count"u8, Chosen(call).Count());
        json.WriteNumber("mostAtOnce"u8, call.Simulation.Requests.MostAtOnce);
        json.WriteEndObject();
    });

    public static Answer Clear(Call call)
    {
        call.Simulation.Requests.Clear();
        return Answer.Empty;
    }

    private static IEnumerable<RequestRecord> Chosen(Call call)
    {
        var method = call.Parameters.Text("method") ?? "";
        var path = call.Parameters.Text("path") ?? "";
        return call.Simulation.Requests.All().Where(record =>
            record.Method.StartsWith(method, StringComparison.OrdinalIgnoreCase) && record.Path.StartsWith(path, StringComparison.Ordinal));
    }
}
