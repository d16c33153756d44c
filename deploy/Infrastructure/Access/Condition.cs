namespace Vts.Infrastructure.Access;

/// <summary>What must hold for a statement to count.</summary>
/// <param name="Operator">How the two are compared, such as <c>StringEquals</c>.</param>
/// <param name="Key">What is looked at.</param>
/// <param name="Value">What it must be.</param>
internal sealed record Condition(string Operator, string Key, string Value)
{
    /// <summary>The key has exactly this value.</summary>
    public static Condition Equal(string key, string value) => new("StringEquals", key, value);

    /// <summary>The key has a value of this form, in which <c>*</c> stands for anything.</summary>
    public static Condition Like(string key, string value) => new("StringLike", key, value);

    /// <summary>The conditions as a policy writes them; null for none.</summary>
    public static Dictionary<string, object>? Document(IReadOnlyCollection<Condition> conditions) => conditions.Count == 0
        ? null
        : conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            object (group) => group.ToDictionary(condition => condition.Key, object (condition) => condition.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);
}
