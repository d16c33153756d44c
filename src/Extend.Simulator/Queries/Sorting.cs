namespace Extend.Simulator.Queries;

/// <summary>Sorts lists the way queries ask for; what is equal keeps its order.</summary>
internal static class Sorting
{
    /// <summary>Ascending unless <c>sortDirection</c> says otherwise, in either case of letters.</summary>
    public static bool IsDescending(Parameters parameters) =>
        string.Equals(parameters.Text("sortDirection"), "DESC", StringComparison.OrdinalIgnoreCase);

    public static bool HasDirection(Parameters parameters) => parameters.Text("sortDirection") is not null;

    public static IReadOnlyList<T> By<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, bool descending, IComparer<TKey>? comparer = null) =>
        descending ? [.. items.OrderByDescending(key, comparer)] : [.. items.OrderBy(key, comparer)];
}
