using System.Globalization;
using Amazon.CDK.AWS.Logs;

namespace Vts.Infrastructure.Configuration;

/// <summary>How long CloudWatch can keep logs: only certain numbers of days.</summary>
internal static class LogKeeping
{
    private static readonly SortedDictionary<int, RetentionDays> Days = new()
    {
        [1] = RetentionDays.ONE_DAY,
        [3] = RetentionDays.THREE_DAYS,
        [5] = RetentionDays.FIVE_DAYS,
        [7] = RetentionDays.ONE_WEEK,
        [14] = RetentionDays.TWO_WEEKS,
        [30] = RetentionDays.ONE_MONTH,
        [60] = RetentionDays.TWO_MONTHS,
        [90] = RetentionDays.THREE_MONTHS,
        [120] = RetentionDays.FOUR_MONTHS,
        [150] = RetentionDays.FIVE_MONTHS,
        [180] = RetentionDays.SIX_MONTHS,
        [365] = RetentionDays.ONE_YEAR,
        [400] = RetentionDays.THIRTEEN_MONTHS,
        [545] = RetentionDays.EIGHTEEN_MONTHS,
        [731] = RetentionDays.TWO_YEARS,
        [1827] = RetentionDays.FIVE_YEARS,
        [3653] = RetentionDays.TEN_YEARS,
    };

    /// <summary>The days offered, as text.</summary>
    public static string Offered => string.Join(", ", Days.Keys);

    /// <summary>Whether the text is a number of days that is offered.</summary>
    public static bool IsOffered(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Days.ContainsKey(days);

    /// <summary>A log group's properties: its name, and how long it keeps; it goes with the stack.</summary>
    public static LogGroupProps Group(string name, int days) => new()
    {
        LogGroupName = name,
        Retention = Days[days],
        RemovalPolicy = Amazon.CDK.RemovalPolicy.DESTROY,
    };
}
