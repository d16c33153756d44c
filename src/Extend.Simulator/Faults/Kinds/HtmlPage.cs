using Extend.Simulator.Http;
using Extend.Simulator.Queries;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>A proxy between client and Extend answers in Extend's place.</summary>
internal static class HtmlPage
{
    public static FaultKind Kind { get; } = new(
        "htmlPage", "answers 502, or another status, with a web page", ["status"],
        parameters =>
        {
            // Between lie statuses that may not have a body.
            var status = parameters.Whole("status", 502, 200, 599);
            return status is > 200 and < 400
                ? throw Parameters.Bad("status", "must be 200, or from 400 to 599", $"{status}")
                : new ReplacingFault(_ => Page(status, "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n"));
        });

    public static Answer Page(int status, string html) => new()
    {
        Status = status,
        ContentType = "text/html; charset=utf-8",
        Body = System.Text.Encoding.UTF8.GetBytes(html),
    };
}
