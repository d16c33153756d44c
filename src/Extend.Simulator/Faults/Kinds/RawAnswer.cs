using System.Text;
using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Does not even speak HTTP.</summary>
internal static class RawAnswer
{
    private const string Usual = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}";

    public static FaultKind Kind { get; } = new(
        "rawAnswer", "sends two lengths at once, or other bytes, given as Latin-1, in place of an HTTP answer, and closes the connection", ["text"],
        parameters =>
        {
            var bytes = Encoding.Latin1.GetBytes(parameters.Text("text") ?? Usual);
            return new ReplacingFault(_ => new Answer { Status = StatusCodes.Status200OK, Raw = bytes });
        });
}
