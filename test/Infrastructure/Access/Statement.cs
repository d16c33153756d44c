using System.Text.Json.Nodes;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests.Access;

/// <summary>One statement of a policy.</summary>
/// <param name="Owner">Whose it is: the stack, and the role or resource.</param>
/// <param name="Json">As the template has it.</param>
internal sealed record Statement(string Owner, JsonObject Json)
{
    public string Name => (string?)Json["Sid"] ?? "";

    public string Effect => (string)Json[nameof(Effect)]!;

    public IEnumerable<string> Actions => Many(Json["Action"]);

    public IEnumerable<string> Resources => Many(Json["Resource"]);

    /// <summary>Who is let in, in a policy of a resource.</summary>
    public string Principal => Json[nameof(Principal)] switch
    {
        null => "",
        JsonObject who when who.Count is 1 && who.Single().Key is "Service" or "AWS" => string.Join(", ", Many(who.Single().Value)),
        var who => Intrinsic.Text(who),
    };

    public IEnumerable<string> Conditions =>
        from comparison in Json["Condition"]?.AsObject() ?? []
        from condition in comparison.Value!.AsObject()
        select $"{condition.Key} {comparison.Key} {Intrinsic.Text(condition.Value)}";

    private static IEnumerable<string> Many(JsonNode? value) => value is JsonArray many ? many.Select(Intrinsic.Text) : [Intrinsic.Text(value)];
}
