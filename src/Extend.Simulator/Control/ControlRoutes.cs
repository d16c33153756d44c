using Extend.Simulator.Http;

namespace Extend.Simulator.Control;

/// <summary>The simulator's own paths, all under <c>/sim</c>. They ask for no credential.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes, Simulation simulation)
    {
        Map("/sim/switches", ("GET", SwitchControl.Show), ("PATCH", SwitchControl.Change));
        Map("/sim/requests", ("GET", RequestControl.Show), ("DELETE", RequestControl.Clear));
        Map("/sim/requests/count", ("GET", RequestControl.Count));
        Map("/sim/reset", ("POST", call => { call.Simulation.Reset(); return SwitchControl.Show(call); }));
        routes.Map("/sim/{**path}", http => HandleAsync(http, simulation, Resource.Unknown));

        void Map(string path, params (string, Operation)[] operations)
        {
            var resource = new Resource(operations);
            routes.Map(path, http => HandleAsync(http, simulation, resource));
        }
    }

    private static async Task HandleAsync(HttpContext http, Simulation simulation, Resource resource)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        using var answer = Decide(new Call(http.Request, simulation, bytes.ToArray()), resource);
        await answer.SendAsync(http);
    }

    private static Answer Decide(Call call, Resource resource)
    {
        try
        {
            return resource.Operation(call.Request.Method) is { } operation ? operation(call) : resource.Refuse(call.Request.Method);
        }
        catch (BadRequestException fault)
        {
            return fault.ToAnswer();
        }
    }
}
