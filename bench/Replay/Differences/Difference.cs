namespace Vts.Bench.Replay.Differences;

/// <summary>One thing that differs.</summary>
/// <param name="Where">Status, a header, a member of the body by its path, a cell or a line.</param>
/// <param name="Was">What the first answered; null where it has none.</param>
/// <param name="Is">What the second answered; null where it has none.</param>
internal sealed record Difference(string Where, string? Was, string? Is)
{
    private const int Longest = 120;

    public override string ToString() => $"{Where}: {Short(Was)} → {Short(Is)}";

    private static string Short(string? value) => value is null ? "missing" : Visible(value.Length <= Longest ? value : $"{value[..Longest]}…");

    // What came from outside must not talk to a terminal.
    private static string Visible(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));
}
