using Extend;

namespace Vts.Errors;

/// <summary>A list that could not be read whole: of some cards Extend gave no right answer.</summary>
/// <param name="failed">Those cards, by id, and what went wrong with each.</param>
/// <param name="nameOf">What a caller is told of an id; null for nothing.</param>
public sealed class CardsUnansweredException(IEnumerable<KeyValuePair<string, ExtendException>> failed, Func<string, string?> nameOf) : Exception
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
            string[] named = [.. _failed.Select(entry => nameOf(entry.Key)).OfType<string>().Take(MostNamed)];
            var others = _failed.Length - named.Length;
            var cards = named.Length == 0 ? $"{others} of your cards"
                : others == 0 ? string.Join(", ", named)
                : $"{string.Join(", ", named)} and {others} more";
            var problem = ExtendProblems.Of(First);
            return problem with { Detail = $"The list would not be whole: no right answer came for {cards}. {problem.Detail} For what there is, send 'Prefer: handling=lenient'." };
        }
    }
}
