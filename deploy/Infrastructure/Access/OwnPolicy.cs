using Amazon.CDK.AWS.IAM;

namespace Vts.Infrastructure.Access;

/// <summary>A role's one policy: part of the role, seen nowhere else.</summary>
internal static class OwnPolicy
{
    /// <summary>The policy, as a role's properties take it.</summary>
    public static Dictionary<string, PolicyDocument> Of(params PolicyStatement[] statements) => new(StringComparer.Ordinal)
    {
        ["access"] = new PolicyDocument(new PolicyDocumentProps { Statements = statements }),
    };

    /// <summary>One thing that is allowed.</summary>
    /// <param name="name">Its <c>Sid</c>.</param>
    /// <param name="actions">What may be done.</param>
    /// <param name="resources">With what.</param>
    /// <param name="conditions">Only if all of these hold.</param>
    public static PolicyStatement Allow(string name, string[] actions, string[] resources, params Condition[] conditions) => new(
        new PolicyStatementProps { Sid = name, Actions = actions, Resources = resources, Conditions = Condition.Document(conditions) });
}
