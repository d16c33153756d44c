using Extend.Accounts;

namespace Extend.Tests.Accounts;

public sealed class ApiKeyExpiryTests
{
    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(15, 30)]
    [InlineData(14, 14)]
    [InlineData(7, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    public void A_warning_is_due_at_30_14_7_and_1_days(int daysLeft, int? due) => Assert.Equal(due, ApiKeyExpiry.WarningDue(daysLeft));

    [Fact]
    public void Days_are_counted_in_utc()
    {
        var expires = new DateOnly(2026, 3, 31);

        Assert.Equal(1, ApiKeyExpiry.DaysLeft(expires, new DateTimeOffset(2026, 3, 30, 23, 59, 0, TimeSpan.Zero)));
        Assert.Equal(0, ApiKeyExpiry.DaysLeft(expires, new DateTimeOffset(2026, 3, 30, 23, 59, 0, TimeSpan.FromHours(-1))));
    }
}
