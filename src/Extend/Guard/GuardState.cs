namespace Extend.Guard;

/// <summary>What the guard knows of an account, for every process alike.</summary>
/// <param name="ClosedBy">Why sign-in is closed until an operator opens it; null while it is open.</param>
/// <param name="ClosedAt">When it was closed, UTC; null while it is open.</param>
/// <param name="SignIns">When sign-ins were made in the last hour, UTC, oldest first.</param>
/// <param name="Version">Counts the changes, so that two processes do not overwrite each other's.</param>
public sealed record GuardState(ExtendFault? ClosedBy, DateTimeOffset? ClosedAt, IReadOnlyList<DateTimeOffset> SignIns, long Version)
{
    /// <summary>An account of which nothing is known yet: open, no sign-in made.</summary>
    public static GuardState Initial { get; } = new(null, null, [], 0);

    /// <summary>The state after an operator has opened sign-in: the budget is whole again.</summary>
    public GuardState Opened() => Initial with { Version = Version + 1 };

    /// <summary>The state after a sign of risk.</summary>
    public GuardState Closed(ExtendFault by, DateTimeOffset now) => this with { ClosedBy = by, ClosedAt = now, Version = Version + 1 };

    /// <summary>The sign-ins that count against the hour's budget at this time, oldest first.</summary>
    public IEnumerable<DateTimeOffset> SignInsOfTheHour(DateTimeOffset now) => SignIns.Where(time => now - time < TimeSpan.FromHours(1));

    /// <summary>The state after one more sign-in; those that no longer count are forgotten.</summary>
    public GuardState SignedIn(DateTimeOffset now) => this with { SignIns = [.. SignInsOfTheHour(now), now], Version = Version + 1 };
}
