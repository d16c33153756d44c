using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>What a right answer to a request is.</summary>
internal abstract record Expectation
{
    /// <summary>The media type of an answer is the caller's business; its rows are of these columns. Null where there are none.</summary>
    public virtual Columns? Rows => null;

    /// <summary>Whether an answer says how old it is.</summary>
    public virtual bool HasAge => true;

    /// <summary>What is wrong with a 200; null if nothing is.</summary>
    /// <param name="rows">Its rows, where it has some.</param>
    /// <param name="answer">The answer, or the last page of several.</param>
    /// <param name="moments">All that may have been the case at the time that it tells of, latest first.</param>
    public abstract string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments);

    /// <summary>Whether a list of all cards may fail for one that is gone, and that the list of cards still named.</summary>
    protected static bool IsOfOneGone(int status, string code, IReadOnlyList<Moment> moments) =>
        status == 502 && code == "extend_answer_inconsistent" && moments.Any(moment => moment.Cards.Keys.Any(id => moments[0].Find(id) is null));

    /// <summary>Whether this problem is right whatever faults there are.</summary>
    public virtual bool IsRight(int status, string code, IReadOnlyList<Moment> moments) => false;
}
