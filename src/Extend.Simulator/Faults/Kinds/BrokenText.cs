using System.Text.Json;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends text that is no UTF-8.</summary>
internal static class BrokenText
{
    public static FaultKind Kind { get; } = new(
        "brokenText", "puts bytes that are no UTF-8 into every text, or into the members of one name", ["member"],
        parameters =>
        {
            var name = parameters.Text("member");
            return new SpoilingFault(answer => answer.Rewrite(new Rewriting
            {
                Replace = (json, member) =>
                {
                    if (member.Value.ValueKind != JsonValueKind.String || (name is not null && !member.NameEquals(name)))
                    {
                        return false;
                    }

                    json.WritePropertyName(member.Name);
                    json.WriteRawValue([(byte)'"', 0xC3, 0x28, 0xFF, (byte)'"'], skipInputValidation: true);
                    return true;
                },
            }));
        });
}
