using System.Runtime.InteropServices;

namespace Extend.Transactions;

/// <summary>A page of the report to ask for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows on it, at most <see cref="Largest"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReportPage(int Number, int Size)
{
    /// <summary>The largest that is known to work.</summary>
    public const int Largest = 100;

    /// <summary>How many rows stand before it.</summary>
    public int Start => (Number - 1) * Size;

    private int End => Number * Size;

    /// <summary>The page that reaches furthest of those that begin within the first so many rows.</summary>
    public static ReportPage Overlapping(int rows) =>
        Enumerable.Range(1, Largest).Select(size => new ReportPage(((rows - 1) / size) + 1, size)).MaxBy(page => page.End);
}
