using CsCheck;
using Vts.Text;

namespace Vts.Tests.Text;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData("4111111111111111", "************1111")]
    [InlineData("pay 4111111111111111 now", "pay ************1111 now")]
    [InlineData("378282246310005", "***********0005")]
    [InlineData("4222222222222", "*********2222")]
    [InlineData("6304000000000000000", "***************0000")]
    [InlineData("4111 1111 1111 1111", "**** **** **** 1111")]
    [InlineData("4111-1111-1111-1111", "****-****-****-1111")]
    [InlineData("3782 822463 10005", "**** ****** *0005")]
    [InlineData("4111 1111 1111 1111 12 items", "**** **** **** 1111 12 items")]
    [InlineData("４１１１１１１１１１１１１１１１", "************１１１１")]
    [InlineData("A4111111111111111B5555555555554444", "A************1111B************4444")]
    public void A_card_number_keeps_only_its_last_four_digits(string text, string expected) => Assert.Equal(expected, CardNumbers.Mask(text));

    [Theory]
    [InlineData("4111111111111112")]
    [InlineData("411111111111")]
    [InlineData("41111111111111111111111111")]
    [InlineData("EXAMPLE OUTDOOR  555-0100  WA")]
    [InlineData("2026-03-13 18:21")]
    [InlineData("")]
    [InlineData("Café ☕ & Cloud – “monthly”")]
    public void Everything_else_passes(string text) => Assert.Equal(text, CardNumbers.Mask(text));

    [Fact]
    public void No_run_of_13_to_19_digits_that_passes_luhn_ever_comes_out() =>
        Gen.Select(Gen.String[Gen.Char["ab -"], 0, 5], Gen.Int[12, 18], Gen.Long, Gen.String[Gen.Char["xy.,"], 0, 5]).Sample((before, length, seed, after) =>
        {
            var digits = new Random((int)seed).GetItems("0123456789".AsSpan(), length);
            var number = new string(digits) + CheckDigit(digits);
            return !CardNumbers.Mask($"{before}{number}{after}")!.Contains(number);
        });

    private static int CheckDigit(char[] digits)
    {
        var sum = digits.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(weighted => weighted > 9 ? weighted - 9 : weighted);
        return (10 - sum % 10) % 10;
    }
}
