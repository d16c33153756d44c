using System.Text;
using System.Text.Json;
using CsCheck;
using Extend.Transactions;

namespace Extend.Tests.Json;

public sealed class TextTests
{
    private static readonly JsonSerializerOptions Small = new(JsonSerializerDefaults.Web) { DefaultBufferSize = 16 };

    [Theory]
    [InlineData(@"Caf\u00e9 \u2615", "Café ☕")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"cut \ud83d", "cut \uFFFD")]
    [InlineData(@"\ude00 cut", "\uFFFD cut")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD😀")]
    [InlineData(@"a\\ud83d b", @"a\ud83d b")]
    [InlineData(@"a\\\ud83d", "a\\\uFFFD")]
    public void Half_a_character_becomes_a_replacement_and_the_rest_stays(string escaped, string expected) =>
        Assert.Equal(expected, Merchant(Encoding.UTF8.GetBytes($$"""{"id":"t","status":"s","merchantName":"{{escaped}}"}""")));

    [Fact]
    public void Half_a_utf8_sequence_becomes_a_replacement()
    {
        byte[] json = [.. """{"id":"t","status":"s","merchantName":"caf"""u8, 0xC3, .. "\"}"u8];

        Assert.Equal("caf\uFFFD", Merchant(json));
    }

    [Fact]
    public void Any_escaped_utf16_is_read_without_a_fault() =>
        Gen.UShort.Array[0, 40].Sample(units =>
        {
            var escaped = string.Concat(units.Select(unit => $"\\u{unit:x4}"));
            var text = Merchant(Encoding.UTF8.GetBytes($$"""{"id":"t","status":"s","merchantName":"{{escaped}}"}"""));
            return text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(new string([.. units.Select(unit => (char)unit)])));
        });

    [Fact]
    public async Task Half_a_character_over_the_end_of_a_buffer_becomes_a_replacement_too()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"id":"t","status":"s","merchantName":"{{new string('a', 100)}}\ud83d"}"""));

        Assert.Equal(new string('a', 100) + "\uFFFD", (await JsonSerializer.DeserializeAsync<Transaction>(json, Small, TestContext.Current.CancellationToken))!.MerchantName);
    }

    private static string? Merchant(byte[] json) => JsonSerializer.Deserialize<Transaction>(json, JsonSerializerOptions.Web)!.MerchantName;
}
