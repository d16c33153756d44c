using System.Text.Json;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Uses words that came after the client was written.</summary>
internal static class UnknownEnum
{
    public static FaultKind Kind { get; } = new(
        "unknownEnum", "puts SOMETHING_NEW, or another word, in every status", ["value"],
        parameters =>
        {
            var word = parameters.Text("value") ?? "SOMETHING_NEW";
            return new SpoilingFault(answer => answer.Rewrite(new Rewriting
            {
                Replace = (json, member) =>
                {
                    if (!member.NameEquals("status"u8) || member.Value.ValueKind != JsonValueKind.String)
                    {
                        return false;
                    }

                    json.WriteString("status"u8, word);
                    return true;
                },
            }));
        });
}
