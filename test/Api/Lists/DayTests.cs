using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Lists;

/// <summary>A time falls in the day that <c>tz</c> says, on both doors, though Extend's own days are another's.</summary>
public sealed class DayTests
{
    private const string Name = "days";

    [Theory]
    [InlineData("UTC", "2026-03-10", "2026-03-10T00:00:00.000", "2026-03-10T23:59:59.999")]
    [InlineData("America/New_York", "2026-03-08", "2026-03-08T05:00:00.000", "2026-03-09T03:59:59.999")] // 23 hours
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00:00.000", "2026-11-02T04:59:59.999")] // 25 hours
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000", "2026-03-29T21:59:59.999")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000", "2026-10-25T22:59:59.999")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00.000", "2026-04-05T13:29:59.999")]
    [InlineData("Pacific/Kiritimati", "2026-03-10", "2026-03-09T10:00:00.000", "2026-03-10T09:59:59.999")] // UTC+14
    [InlineData("Etc/GMT+12", "2026-03-10", "2026-03-10T12:00:00.000", "2026-03-11T11:59:59.999")]
    [InlineData("+14:00", "2026-03-10", "2026-03-09T10:00:00.000", "2026-03-10T09:59:59.999")]
    [InlineData("-14:00", "2026-03-10", "2026-03-10T14:00:00.000", "2026-03-11T13:59:59.999")]
    public async Task The_first_and_the_last_millisecond_of_a_day_are_in_it_and_their_neighbours_are_not(string zone, string day, string first, string last)
    {
        foreach (var older in new[] { false, true })
        {
            await using var vts = await VtsApp.StartAsync(older, Name);
            await vts.Simulator.TenantAsync(Name, 1, 0);
            var cardId = (string)(await vts.Simulator.CardsAsync(Name)).Single()!["id"]!;
            DateTimeOffset[] moments = [Moment(first).AddMilliseconds(-1), Moment(first), Moment(last), Moment(last).AddMilliseconds(1)];
            foreach (var moment in moments)
            {
                await vts.Simulator.AddTransactionAsync(Name, cardId, new JsonObject { ["authedAt"] = $"{moment:yyyy-MM-dd'T'HH:mm:ss.fff}+0000" });
            }

            var query = $"from={day}&to={day}&tz={Uri.EscapeDataString(zone)}";
            string[] expected = [$"{Moment(last):yyyy-MM-dd'T'HH:mm:ss.fff}Z", $"{Moment(first):yyyy-MM-dd'T'HH:mm:ss.fff}Z"];
            Assert.Equal(expected, (await vts.ListAsync($"/cards/{cardId}/transactions?{query}")).Select(row => (string)row!["authorizedAt"]!));
            Assert.Equal(expected, (await Pages.RowsAsync(vts, $"/transactions?limit=1&{query}")).Select(row => (string)row["authorizedAt"]!));
            Assert.Equal(2, (long)(await vts.ListAsync($"/transactions/summary?groupBy=card&{query}")).Single()!["transactions"]!);
        }
    }

    private static DateTimeOffset Moment(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
