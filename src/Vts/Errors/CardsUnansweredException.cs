using Extend;

namespace Vts.Errors;

/// <summary>A list that could not be read whole: of some cards Extend gave no right answer.</summary>
/// <param name="failed">Those cards, by id, and what went wrong with each.</param>
public sealed class CardsUnansweredException(IEnumerable<KeyValuePair<string, ExtendException>> failed) : Exception
{
    private const int MostNamed = 20;

    private readonly KeyValuePair<string, ExtendException>[] _failed = [.. failed.OrderBy(entry => entry.Key, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override string Message => $"{First.Message}; {_failed.Length} of the cards";

    /// <summary>What went wrong with the first of them.</summary>
    public ExtendException First => _failed[0].Value;

    /// <summary>The problem that the first of them is, naming them all, or the first twenty.</summary>
    public Problem Problem
    {
        get
        {
            var named = string.Join(", ", _failed.Take(MostNamed).Select(entry => entry.Key));
            var more = _failed.Length > MostNamed ? $" and {_failed.Length - MostNamed} more" : "";
            var problem = ExtendProblems.Of(First);
            return problem with { Detail = $"The list would not be whole: no right answer came for {named}{more}. {problem.Detail} For what there is, send 'Prefer: handling=lenient'." };
        }
    }
}
