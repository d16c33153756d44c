namespace Extend.Accounts;

/// <summary>How long an API key still lasts, and when that is worth a warning.</summary>
public static class ApiKeyExpiry
{
    private static readonly int[] WarnAt = [30, 14, 7, 1];

    /// <summary>Whole days until the key ends, in UTC; negative once it has.</summary>
    public static int DaysLeft(DateOnly expires, DateTimeOffset now) => expires.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber;

    /// <summary>The warning that is due with so many days left: the nearest of 30, 14, 7 and 1 days; null if none is yet.</summary>
    public static int? WarningDue(int daysLeft) => WarnAt.Where(days => daysLeft <= days).Select(days => (int?)days).Min();
}
