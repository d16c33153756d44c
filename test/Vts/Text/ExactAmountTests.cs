using System.Globalization;
using System.Numerics;
using CsCheck;
using Vts.Text;

namespace Vts.Tests.Text;

public sealed class ExactAmountTests
{
    [Theory]
    [InlineData(1250, "USD", "12.50")]
    [InlineData(-1250, "USD", "-12.50")]
    [InlineData(5, "EUR", "0.05")]
    [InlineData(-5, "EUR", "-0.05")]
    [InlineData(0, "USD", "0.00")]
    [InlineData(1250, "JPY", "1250")]
    [InlineData(0, "JPY", "0")]
    [InlineData(-1, "KWD", "-0.001")]
    [InlineData(12345, "CLF", "1.2345")]
    [InlineData(long.MaxValue, "USD", "92233720368547758.07")]
    [InlineData(long.MinValue, "USD", "-92233720368547758.08")]
    [InlineData(long.MinValue, "JPY", "-9223372036854775808")]
    [InlineData(long.MinValue, "UYW", "-922337203685477.5808")]
    public void The_decimals_are_those_of_the_currency(long cents, string currency, string expected) =>
        Assert.Equal(expected, ExactAmount.Text(cents, currency));

    [Theory]
    [InlineData(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")]
    [InlineData(2, "AED CZK DKK KZT LAK QAR RON VES WST ZWG")]
    [InlineData(3, "BHD IQD JOD KWD LYD OMR TND")]
    [InlineData(4, "CLF UYW")]
    public void Currencies_have_the_minor_units_of_iso_4217(byte exponent, string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(exponent, Currency.Exponent(code)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("XXX")]
    [InlineData("XAU")]
    [InlineData("USDT")]
    [InlineData("ＵＳＤ")]
    public void An_amount_of_an_unknown_currency_is_no_guess(string? currency)
    {
        Assert.Null(ExactAmount.Text(100, currency));
        Assert.Null(ExactAmount.Of(100, currency));
    }

    [Fact]
    public void No_amount_has_no_decimal() => Assert.Null(ExactAmount.Of(null, "USD"));

    [Fact]
    public void Without_its_point_the_text_is_the_amount() =>
        Gen.Select(Gen.Long, Gen.OneOf("USD", "JPY", "KWD", "CLF", "EUR", "XOF", "TND")).Sample((cents, currency) =>
        {
            var text = ExactAmount.Text(cents, currency)!;
            var exponent = Currency.Exponent(currency)!.Value;

            Assert.Equal(exponent == 0 ? -1 : text.Length - exponent - 1, text.IndexOf('.', StringComparison.Ordinal));
            Assert.Equal(new BigInteger(cents), BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        });
}
