using System.Text.RegularExpressions;
using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

public sealed class ApiKeyTests
{
    // Its checksum is Python's: zlib.crc32 of what stands before it.
    private const string Sample = "vts_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg0MFW8g";

    [Fact]
    public void Every_new_key_is_well_formed_found_by_the_pattern_and_another()
    {
        var keys = Enumerable.Range(0, 2000).Select(_ => ApiKey.New()).ToList();

        Assert.All(keys, key => Assert.True(ApiKey.IsWellFormed(key), key));
        Assert.All(keys, key => Assert.Equal(key, Regex.Match($"see \"{key}\", please", ApiKey.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Value));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Every_letter_and_digit_is_as_likely_as_every_other_at_every_place()
    {
        const int Many = 20_000;
        var counts = new int[43, 128];
        for (var i = 0; i < Many; i++)
        {
            var random = ApiKey.New().AsSpan(4, 43);
            for (var place = 0; place < random.Length; place++)
            {
                counts[place, random[place]]++;
            }
        }

        // 62 letters at each place: a count has a mean of 323 and a deviation of 18; ten deviations are no accident.
        foreach (var letter in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        {
            for (var place = 0; place < 43; place++)
            {
                Assert.InRange(counts[place, letter], 143, 503);
            }
        }
    }

    [Fact]
    public void The_checksum_is_the_one_that_other_programs_compute() => Assert.True(ApiKey.IsWellFormed(Sample));

    [Fact]
    public void A_key_with_any_one_letter_changed_is_not_well_formed()
    {
        for (var i = 0; i < Sample.Length; i++)
        {
            Assert.False(ApiKey.IsWellFormed(Sample[..i] + (Sample[i] == 'x' ? 'y' : 'x') + Sample[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("vts_")]
    [InlineData(Sample + " ")]
    [InlineData(" " + Sample)]
    [InlineData(Sample + "0")]
    [InlineData("key_0123456789ABCDEF")]
    public void What_is_no_key_is_not_well_formed(string text) => Assert.False(ApiKey.IsWellFormed(text));
}
