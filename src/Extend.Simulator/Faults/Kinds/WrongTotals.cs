using System.Text.Json;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Counts wrong.</summary>
internal static class WrongTotals
{
    private const int Most = 1_000_000_000;

    public static FaultKind Kind { get; } = new(
        "wrongTotals", "says that there is 1 item more, or so many, and so many more pages", ["items", "pages"],
        parameters =>
        {
            var items = parameters.Whole("items", 1, -Most, Most);
            var pages = parameters.Whole("pages", 0, -Most, Most);
            return new SpoilingFault(answer => answer.Rewrite(new Rewriting
            {
                Replace = (json, member) => Add(json, member, "totalItems", items) || Add(json, member, "numberOfPages", pages),
            }));
        });

    private static bool Add(Utf8JsonWriter json, JsonProperty member, string name, int more)
    {
        if (!member.NameEquals(name) || member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetInt64(out var number))
        {
            return false;
        }

        json.WriteNumber(name, number + more);
        return true;
    }
}
