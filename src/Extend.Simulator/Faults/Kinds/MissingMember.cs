namespace Extend.Simulator.Faults.Kinds;

/// <summary>Leaves out what always was there.</summary>
internal static class MissingMember
{
    public static FaultKind Kind { get; } = new(
        "missingMember", "leaves out every status, or the members of another name", ["member"],
        parameters =>
        {
            var name = parameters.Text("member") ?? "status";
            return new SpoilingFault(answer => answer.Rewrite(new Rewriting { Replace = (_, member) => member.NameEquals(name) }));
        });
}
