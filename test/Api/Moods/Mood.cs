using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Moods;

/// <summary>One way in which Extend can be out of sorts: faults of the simulator, each with its members.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">The fault's kind.</param>
/// <param name="Members">The fault's members.</param>
public sealed record Mood(string Name, string Kind, params (string Name, JsonNode? Value)[] Members)
{
    /// <summary>Members of ours of which Extend tells something else than it holds, in a way that cannot be seen.</summary>
    public string[] Spoils { get; init; } = [];

    /// <summary>Whether it denies what there is in JSON, which is a 404 for one card.</summary>
    public bool Denies { get; init; }

    /// <summary>Whether each call takes as long as it may.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Whether there is so much that each answer takes long.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Sets it on what the service reads.</summary>
    public async Task BeginAsync(SimulatorControl simulator, int? times = null)
    {
        foreach (var path in new[] { "/virtualcards", "/reports" })
        {
            await BeginAsync(simulator, path, times);
        }
    }

    /// <summary>Sets it on paths that begin so.</summary>
    public Task BeginAsync(SimulatorControl simulator, string path, int? times = null) =>
        simulator.FaultAsync(Kind, path, times, [.. Members.Select(member => (member.Name, member.Value?.DeepClone()!))]);

    public override string ToString() => Name;
}
