using System.Text.Json.Nodes;

namespace Vts.Bench.Soak.Faults;

/// <summary>Something that goes wrong with Extend or DynamoDB.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Codes">The problems that may follow from it, and no others.</param>
internal sealed record FaultKind(string Name, params string[] Codes)
{
    private const string Busy = "extend_busy";

    // Of a read that waited for its turn in vain, too.
    private const string Late = "extend_timeout";
    private const string Reads = "/virtualcards";

    /// <summary>What the simulator is told, for a number that tells how much.</summary>
    public Func<Random, JsonObject[]> Settings { get; private init; } = _ => [];

    /// <summary>Whether it is DynamoDB that is stopped, of which no caller may learn.</summary>
    public bool StopsStore { get; private init; }

    /// <summary>A process killed or restarted: what waited for it comes to the next one at once, more than it may ask Extend in the time.</summary>
    public static FaultKind Interruption { get; } = new("process interrupted", Busy, Late);

    /// <summary>The machine had no time for the load: what was due meanwhile comes at once.</summary>
    public static FaultKind Stall { get; } = new("this machine stalled", Busy, Late);

    /// <summary>Those that are planned one after the other.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("Extend slow", Busy, Late) { Settings = random => [Fault("latency", "/", ("milliseconds", random.Next(100, 700)), ("jitter", 500))] },
        new("Extend hangs", Busy, Late) { Settings = _ => [Fault("latency", "/", ("milliseconds", 8000))] },
        new("connections dropped", Busy, Late, "extend_unreachable", "extend_answer_unreadable") { Settings = _ => [Fault("dropConnection", "/")] },
        new("bodies cut", Busy, Late, "extend_unreachable", "extend_answer_unreadable") { Settings = _ => [Fault("cutBody", Reads)] },
        new("429", Busy, Late, "extend_throttled") { Settings = _ => [Fault("refusal", "/", ("status", 429))] },
        new("500", Busy, Late, "extend_failed") { Settings = _ => [Fault("serverError", "/")] },
        new("503", Busy, Late, "extend_unavailable") { Settings = _ => [Fault("serverError", "/", ("status", 503))] },
        new("web pages", Busy, Late, "extend_web_page", "extend_failed") { Settings = _ => [Fault("htmlPage", Reads)] },
        new("errors in 200", Busy, Late, "extend_answer_error") { Settings = _ => [Fault("errorIn200", Reads)] },
        new("sessions revoked", Busy, Late, "extend_credential_refused")
        {
            Settings = random => [Fault("unauthorized", Reads, ("times", random.Next(5, 60))), Fault("unauthorized", "/renewauth", ("times", 1))],
        },
        new("DynamoDB stopped") { StopsStore = true },
    ];

    private static JsonObject Fault(string kind, string path, params (string Name, int Value)[] members)
    {
        var fault = new JsonObject { ["kind"] = kind, ["path"] = path };
        foreach (var (name, value) in members)
        {
            fault[name] = value;
        }

        return fault;
    }
}
