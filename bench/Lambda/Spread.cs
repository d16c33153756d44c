using System.Globalization;

namespace Vts.Bench.Lambda;

/// <summary>The middle of some figures, and the least and most of them.</summary>
internal static class Spread
{
    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>As in <c>**12.3** (10.1–15.0)</c>.</summary>
    public static string Text(IReadOnlyList<double> figures) =>
        figures.Count == 1 ? Number(figures[0]) : $"**{Number(Median(figures))}** ({Number(figures.Min())}–{Number(figures.Max())})";

    /// <summary>Ours to theirs, as in <c>1 : 5.20 (4.90–5.50)</c>.</summary>
    public static string Ratio(IReadOnlyList<double> ratios)
    {
        var isMore = Median(ratios) >= 1;
        double[] quotients = [.. ratios.Select(ratio => isMore ? ratio : 1 / ratio)];
        var (middle, spread) = (Number(Median(quotients)), $"({Number(quotients.Min())}–{Number(quotients.Max())})");
        return isMore ? $"{middle} : 1 {spread}" : $"1 : {middle} {spread}";
    }

    public static string Number(double value) =>
        value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
