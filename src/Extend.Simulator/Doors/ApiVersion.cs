using Extend.Simulator.Switches;
using Microsoft.Net.Http.Headers;

namespace Extend.Simulator.Doors;

/// <summary>The version of the API travels in <c>Accept</c>. Every path wants it, sign-in included.</summary>
internal static class ApiVersion
{
    private const string Current = "application/vnd.paywithextend.v2021-03-12+json";

    private static readonly string[] Older =
        ["application/vnd.paywithextend.v2020-01-17+json", "application/vnd.paywithextend.v2020-07-08+json"];

    public static bool IsAccepted(HttpRequest request, SwitchSettings switches)
    {
        foreach (var header in request.Headers.Accept)
        {
            foreach (var range in (header ?? "").Split(','))
            {
                if (MediaTypeHeaderValue.TryParse(range, out var type) && Matches(type.MediaType.Value!, switches.OlderVersionsAccepted))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Matches(string type, bool older) =>
        type.Equals(Current, StringComparison.OrdinalIgnoreCase)
        || (older && Older.Contains(type, StringComparer.OrdinalIgnoreCase));
}
