namespace Extend.Simulator.Faults.Kinds;

/// <summary>Says two things at once: JSON that can be read in two ways.</summary>
internal static class RepeatedMember
{
    public static FaultKind Kind { get; } = new(
        "repeatedMember", "sends every status, or the members of another name, twice, the second time as null", ["member"],
        parameters =>
        {
            var name = parameters.Text("member") ?? "status";
            return new SpoilingFault(answer => answer.Rewrite(new Rewriting
            {
                Replace = (json, member) =>
                {
                    if (!member.NameEquals(name))
                    {
                        return false;
                    }

                    member.WriteTo(json);
                    json.WriteNull(name);
                    return true;
                },
            }));
        });
}
