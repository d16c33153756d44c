namespace Extend.Simulator.Faults.Kinds;

/// <summary>Puts a value where it does not belong.</summary>
internal static class PlantedMember
{
    public static FaultKind Kind { get; } = new(
        "plantedMember", "puts 1e400, or any other JSON, in every balanceCents, or in the members of another name", ["member", "value"],
        parameters =>
        {
            var name = parameters.Text("member") ?? "balanceCents";
            var value = parameters.Json("value") ?? "1e400";
            return new SpoilingFault(answer => answer.Rewrite(new Rewriting
            {
                Replace = (json, member) =>
                {
                    if (!member.NameEquals(name))
                    {
                        return false;
                    }

                    json.WritePropertyName(name);
                    json.WriteRawValue(value);
                    return true;
                },
            }));
        });
}
