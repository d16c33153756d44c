using Vts.Errors;

namespace Vts.Queries;

/// <summary>A request asks for something in a way that is not understood. What it says is never repeated.</summary>
/// <param name="problem">What is wrong, and what to do about it.</param>
public sealed class InvalidQueryException(Problem problem) : Exception(problem?.Title)
{
    /// <summary>What it is answered with.</summary>
    public Problem Problem => problem;

    /// <summary>One parameter has a value that it does not take.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="fault">What is wrong, as the rest of a sentence that begins with the name.</param>
    internal static InvalidQueryException Of(string parameter, string fault) =>
        new(Problems.InvalidParameter with { Detail = $"'{parameter}' {fault}" });

    /// <summary>One parameter has a value that is none of these.</summary>
    internal static InvalidQueryException NoneOf(string parameter, string value, IReadOnlyCollection<string> known) =>
        Of(parameter, $"takes {string.Join(", ", known)}. The nearest to yours is {Nearest.Of(value, known)}.");
}
