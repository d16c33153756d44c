using Vts.Callers.Rules;

namespace Vts.Queries;

/// <summary>Keeps members that a caller may not see from being found out by asking for them.</summary>
internal static class Hidden
{
    /// <summary>Refuses a parameter that is there and looks at a member which the caller may not see.</summary>
    public static void Refuse(FieldRule rule, Parameter parameter, bool isThere, params ReadOnlySpan<string> members)
    {
        if (isThere && !rule.IsAll && !All(rule, members))
        {
            throw InvalidQueryException.Of(parameter.Name, "looks at what your token may not see. Leave it out; /me names the members you see.");
        }
    }

    private static bool All(FieldRule rule, ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (!rule.Shows(member))
            {
                return false;
            }
        }

        return true;
    }
}
