using Extend.Simulator.Doors;
using Extend.Simulator.Queries;
using Extend.Simulator.Switches;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Http;

/// <summary>One request as an operation sees it.</summary>
internal sealed class Call(HttpRequest request, Simulation simulation, ReadOnlyMemory<byte> body)
{
    public HttpRequest Request { get; } = request;

    public Simulation Simulation { get; } = simulation;

    /// <summary>The settings in force when the request came; later changes do not reach it.</summary>
    public SwitchSettings Switches { get; } = simulation.Switches;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Who asks; null when no door lets the request in, or when it needs none.</summary>
    public Caller? Caller { get; set; }

    public Parameters Parameters => field ??= new Parameters(Request.Query);

    public string Route(string name) => (string)Request.RouteValues[name]!;

    /// <summary>An id from the path; one that has not the form of an id is refused when the switch says so.</summary>
    public string Id(string name)
    {
        var id = Route(name);
        return Switches.MalformedId == StatusCodes.Status404NotFound || ExtendId.IsWellFormed(id)
            ? id
            : throw new RefusedException(Switches.MalformedId, new ErrorDetail(name, "must be an id", id));
    }
}
