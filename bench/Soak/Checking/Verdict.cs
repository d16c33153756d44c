namespace Vts.Bench.Soak.Checking;

/// <summary>What became of a request, and why where it is not right.</summary>
internal sealed record Verdict(Outcome Outcome, string? Reason = null)
{
    public static Verdict Right { get; } = new(Outcome.Right);

    public static Verdict Told { get; } = new(Outcome.Told);

    public static Verdict Wrong(string reason) => new(Outcome.Wrong, reason);
}
