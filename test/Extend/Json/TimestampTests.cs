using System.Text.Json;
using CsCheck;
using Extend.Json;

namespace Extend.Tests.Json;

public sealed class TimestampTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new TimestampConverter() } };

    [Theory]
    [InlineData("2022-03-10T14:53:54.143+0000", "2022-03-10T14:53:54.143Z")]
    [InlineData("2022-03-10T14:53:54.143Z", "2022-03-10T14:53:54.143Z")]
    [InlineData("2022-03-10T14:53:54+00:00", "2022-03-10T14:53:54.000Z")]
    [InlineData("2022-03-10T14:53:54.1+0530", "2022-03-10T09:23:54.100Z")]
    [InlineData("2022-03-10", "2022-03-10T00:00:00.000Z")]
    public void Extends_spelling_and_the_standard_ones_are_read(string text, string expected)
    {
        var time = JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", Options);

        Assert.Equal(expected, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2022-13-10T14:53:54.143+0000\"")]
    [InlineData("\"\"")]
    [InlineData("1647010434143")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void Anything_else_is_a_json_fault_and_no_other(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Options));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2100, 1, 1)].Sample(time =>
        {
            var whole = new DateTimeOffset(time.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
            return JsonSerializer.Deserialize<DateTimeOffset>(JsonSerializer.Serialize(whole, Options), Options) == whole;
        });
}
