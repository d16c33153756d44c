using CsCheck;
using NodaTime.TimeZones;
using Vts.Queries;

namespace Vts.Tests.Queries;

public sealed class DayZoneTests
{
    private static readonly string[] Zones = [.. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys.Order(StringComparer.Ordinal)];

    private static readonly Gen<DateOnly> Days = Gen.OneOf(
        Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber - 1], Gen.Int[new DateOnly(1880, 1, 1).DayNumber, new DateOnly(2040, 1, 1).DayNumber])
        .Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("UTC", "2026-03-01", "2026-03-01T00:00Z", "2026-03-02T00:00Z")]
    [InlineData("+05:30", "2026-03-01", "2026-02-28T18:30Z", "2026-03-01T18:30Z")]
    [InlineData(" 05:30", "2026-03-01", "2026-02-28T18:30Z", "2026-03-01T18:30Z")]
    [InlineData("-14:00", "2026-03-01", "2026-03-01T14:00Z", "2026-03-02T14:00Z")]
    [InlineData("America/New_York", "2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z")]
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00Z", "2026-04-05T13:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30Z", "2026-10-04T13:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-03-01", "2026-02-28T10:00Z", "2026-03-01T10:00Z")]
    [InlineData("Etc/GMT+12", "2026-03-01", "2026-03-01T12:00Z", "2026-03-02T12:00Z")]
    [InlineData("Etc/GMT 12", "2026-03-01", "2026-03-01T12:00Z", "2026-03-02T12:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00Z", "2018-11-05T02:00Z")]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00Z", "2025-11-03T05:00Z")]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T10:00Z", "2011-12-30T10:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", "2011-12-30T10:00Z")]
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z", "2011-12-31T10:00Z")]
    [InlineData("-14:00", "0001-01-01", "0001-01-01T14:00Z", "0001-01-02T14:00Z")]
    [InlineData("-14:00", "9999-12-30", "9999-12-30T14:00Z", "9999-12-31T14:00Z")]
    public void A_day_begins_and_ends_where_its_zone_says(string zone, string day, string begins, string ends)
    {
        var query = $"from={day}&to={day}&tz={Uri.EscapeDataString(zone)}";
        Assert.Equal((Time(begins), Time(ends)), (Ask.Transactions(query).Filter.From!.Value, Ask.Transactions(query).Filter.Before!.Value));
    }

    [Fact]
    public void A_zone_is_called_as_it_was_asked_for()
    {
        Assert.Equal("UTC", DayZone.Utc.Name);
        Assert.Equal("+05:30", DayZone.Parse(" 05:30").Name);
        Assert.Equal("Europe/Berlin", DayZone.Parse("Europe/Berlin").Name);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("+14:00")]
    [InlineData("-14:00")]
    public void The_first_and_the_last_day_that_there_are_end_where_time_does(string zone)
    {
        var filter = Ask.Transactions($"from=0001-01-01&to=9999-12-31&tz={Uri.EscapeDataString(zone)}").Filter;
        Assert.InRange(filter.From!.Value, DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(14));
        Assert.Equal(DateTimeOffset.MaxValue, filter.Before);
    }

    [Fact]
    public void In_every_zone_each_moment_is_in_a_day_and_no_day_is_longer_than_two() => Gen.Select(Gen.OneOf(Zones), Days).Sample((name, day) =>
    {
        var zone = DayZone.Parse(name);
        var (begins, ends) = (zone.StartOf(day), zone.StartOf(day.AddDays(1)));
        Assert.InRange(ends - begins, TimeSpan.Zero, TimeSpan.FromHours(48));
        Assert.InRange(begins - new DateTimeOffset(day, default, TimeSpan.Zero), TimeSpan.FromHours(-27), TimeSpan.FromHours(27));
    });

    [Fact]
    public void A_months_first_moment_is_in_it_and_the_one_before_is_not() => Gen.Select(Gen.OneOf(Zones), Gen.Int[1990, 2040], Gen.Int[1, 12]).Sample((name, year, month) =>
    {
        var zone = DayZone.Parse(name);
        var begins = zone.StartOf(new DateOnly(year, month, 1));
        Assert.Equal($"{year}-{month:00}", zone.MonthOf(begins));
        Assert.NotEqual($"{year}-{month:00}", zone.MonthOf(begins.AddTicks(-1)));
    });

    [Theory]
    [InlineData("0001-01-01T00:00Z", "-14:00", "0001-01")]
    [InlineData("9999-12-31T23:59Z", "+14:00", "9999-12")]
    [InlineData("2026-03-01T04:59Z", "America/New_York", "2026-02")]
    [InlineData("2026-03-01T05:00Z", "America/New_York", "2026-03")]
    public void A_moment_is_in_a_month_of_its_zone(string moment, string zone, string month) =>
        Assert.Equal(month, DayZone.Parse(zone).MonthOf(Time(moment)));

    [Theory]
    [InlineData("+14:01")]
    [InlineData("+5:30")]
    [InlineData("+05:60")]
    [InlineData("05:30")]
    [InlineData("EST5EDT,M3.2.0,M11.1.0")]
    [InlineData("utc")]
    [InlineData("\0")]
    public void What_is_no_zone_is_refused(string name) => Assert.Contains("'tz' is an IANA time zone or an offset", Ask.Fault(() => DayZone.Parse(name)));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text);
}
