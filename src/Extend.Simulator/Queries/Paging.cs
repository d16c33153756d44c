using Extend.Simulator.Http;
using Extend.Simulator.Switches;

namespace Extend.Simulator.Queries;

/// <summary>The page that a list is asked for. <see cref="Index"/> counts from 0 whatever the first page is called.</summary>
internal sealed record Paging(long Index, int Count)
{
    /// <param name="call">Whose query is read.</param>
    /// <param name="largest">The most items that a page may hold.</param>
    /// <param name="switches">Settings other than the call's own.</param>
    public static Paging Read(Call call, int largest, SwitchSettings? switches = null)
    {
        switches ??= call.Switches;
        var count = call.Parameters.Number("count", least: 1) ?? switches.DefaultCardCount;
        if (count > largest && switches.CountOverMaximumRefused)
        {
            throw new RefusedException(
                StatusCodes.Status422UnprocessableEntity,
                new ErrorDetail("count", $"must be less than or equal to {largest}", call.Parameters.Text("count")));
        }

        var page = call.Parameters.Number("page", least: 0) ?? 0;

        // The subtraction also keeps the largest number from overflowing when it is echoed.
        return new Paging(Math.Max(0, page - switches.FirstCardPage), (int)Math.Min(count, largest));
    }

    public Page<T> Cut<T>(IReadOnlyList<T> all, SwitchSettings switches)
    {
        var pages = (all.Count + Count - 1) / Count;
        var index = switches.PagePastEndRepeats && Index >= pages ? Math.Max(0, pages - 1) : Index;
        var from = index >= pages ? all.Count : (int)index * Count;
        var items = new T[Math.Min(Count, all.Count - from)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = all[from + i];
        }

        return new Page<T>(items, index + switches.FirstCardPage, all.Count, pages);
    }
}
