using Extend.Simulator.Queries;
using Microsoft.Net.Http.Headers;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Calls the body something else.</summary>
internal static class WrongContentType
{
    public static FaultKind Kind { get; } = new(
        "wrongContentType", "sends the right body as text/plain, or as another type", ["contentType"],
        parameters =>
        {
            var type = parameters.Text("contentType") ?? "text/plain";
            return MediaTypeHeaderValue.TryParse(type, out _)
                ? new SpoilingFault(answer => answer.ContentType = type)
                : throw Parameters.Bad("contentType", "must be a media type", type);
        });
}
