using System.Text;
using System.Text.Json.Nodes;

namespace Vts.Bench.Lambda;

/// <summary>What the gateway hands to the functions.</summary>
internal static class Events
{
    /// <summary>A call by the caller whose token is <c>demo</c>.</summary>
    public static ReadOnlyMemory<byte> Usual { get; } = With(null);

    /// <summary>The same by someone who takes nothing that was kept.</summary>
    public static ReadOnlyMemory<byte> NoCache { get; } = With("no-cache");

    /// <summary>The same by someone whom nobody knows.</summary>
    public static ReadOnlyMemory<byte> Stranger { get; } = With(null, "stranger");

    private static byte[] With(string? cacheControl, string token = "demo")
    {
        var call = JsonNode.Parse(File.ReadAllText(Repository.In("deploy/events/listCards.json")))!;
        call["headers"]!["token"] = token;
        call["multiValueHeaders"]!["token"] = new JsonArray(token);
        if (cacheControl is not null)
        {
            call["headers"]!["Cache-Control"] = cacheControl;
            call["multiValueHeaders"]!["Cache-Control"] = new JsonArray(cacheControl);
        }

        return Encoding.UTF8.GetBytes(call.ToJsonString());
    }
}
