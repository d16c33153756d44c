using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Differences;

/// <summary>Says two values of a member, or that they differ where the values are not to be shown.</summary>
internal static class Shown
{
    private const string Hidden = "(not shown)";

    public static Difference Differ(this Declaration declaration, string where, string? member, string? was, string? now) =>
        member is not null && declaration.IsRedacted(member)
            ? new Difference(where, was is null ? null : Hidden, now is null ? null : Hidden)
            : new Difference(where, was, now);
}
