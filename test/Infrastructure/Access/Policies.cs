using System.Text;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests.Access;

/// <summary>All that the templates allow anybody.</summary>
internal static class Policies
{
    /// <summary>Every statement of every role, and of every policy on a resource.</summary>
    public static IEnumerable<Statement> Statements(string stack, Template template) => template.Resources.SelectMany(resource => resource.Type switch
    {
        "AWS::IAM::Role" => resource["Policies"].AsArray().SelectMany(policy => Of(stack, resource, policy!["PolicyDocument"]!)),
        "AWS::SNS::TopicPolicy" => Of(stack, resource, resource["PolicyDocument"]),
        "AWS::KMS::Key" => Of(stack, resource, resource["KeyPolicy"]),
        _ => [],
    });

    /// <summary>The statements, written so that people can read them.</summary>
    public static string Text(IEnumerable<Statement> statements)
    {
        var text = new StringBuilder("What everything that VTS puts into an account may do, from the templates. ${…} is known when it is deployed.\n");
        foreach (var owner in statements.GroupBy(statement => statement.Owner))
        {
            text.Append($"\n{owner.Key}\n");
            foreach (var statement in owner)
            {
                Append(text, statement);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<Statement> Of(string stack, Resource owner, System.Text.Json.Nodes.JsonNode document) =>
        document["Statement"]!.AsArray().Select(statement => new Statement($"{stack} {owner.Id}", statement!.AsObject()));

    private static void Append(StringBuilder text, Statement statement)
    {
        var who = statement.Principal is { Length: > 0 } principal ? $" {principal}:" : "";
        text.Append($"  {statement.Effect}{who} {string.Join(", ", statement.Actions)}\n");
        foreach (var resource in statement.Resources)
        {
            text.Append($"    on {resource}\n");
        }

        foreach (var condition in statement.Conditions)
        {
            text.Append($"    if {condition}\n");
        }

        if (statement.Resources.Any(resource => resource.Contains('*')) && WildcardReasons.All.TryGetValue(WildcardReasons.Key(statement), out var reason))
        {
            text.Append($"    because {reason}\n");
        }
    }
}
