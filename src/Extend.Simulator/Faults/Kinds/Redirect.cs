using Extend.Simulator.Http;
using Extend.Simulator.Queries;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends the client elsewhere: one that follows with its credential gives it away.</summary>
internal static class Redirect
{
    public static FaultKind Kind { get; } = new(
        "redirect", "answers 302, or another 3xx, to the same path on another host", ["to", "status"],
        parameters =>
        {
            var host = parameters.Text("to") ?? "https://elsewhere.example.com";
            var status = parameters.Whole("status", 302, 300, 399);
            if (status is not (301 or 302 or 303 or 307 or 308))
            {
                throw Parameters.Bad("status", "must be 301, 302, 303, 307 or 308", $"{status}");
            }

            return host.ContainsAnyExceptInRange(' ', '~')
                ? throw Parameters.Bad("to", "must be an address in ASCII", host)
                : new ReplacingFault(call => new Answer { Status = status }
                    .With("Location", host.TrimEnd('/') + call.Request.Path.ToUriComponent() + call.Request.QueryString.ToUriComponent()));
        });
}
