using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>A proxy between client and Extend answers in Extend's place.</summary>
internal static class HtmlPage
{
    public static FaultKind Kind { get; } = new(
        "htmlPage", "answers 502, or another status, with a web page", ["status"],
        parameters =>
        {
            var status = parameters.Whole("status", 502, 200, 599);
            return new ReplacingFault(_ => Page(status, "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n"));
        });

    public static Answer Page(int status, string html) => new()
    {
        Status = status,
        ContentType = "text/html; charset=utf-8",
        Body = System.Text.Encoding.UTF8.GetBytes(html),
    };
}
