using CsCheck;
using Vts.Forms;
using Vts.Tests.Text;

namespace Vts.Tests.Forms;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("\"=1")]
    [InlineData("'=1")]
    [InlineData("' \"=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    [InlineData("#rows")]
    [InlineData("'#rows=3")]
    public void What_starts_like_a_formula_gets_an_apostrophe(string text) => Assert.Equal("'" + text, FormulaGuard.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("O'Brien")]
    [InlineData("'quoted'")]
    [InlineData("5-1")]
    [InlineData("#1")]
    public void Other_text_is_as_it_was(string text) => Assert.Same(text, FormulaGuard.Of(text));

    [Fact]
    public void The_text_can_be_had_again() => Gen.Frequency((3, OddText.Any), (1, Gen.OneOf("'", "=", " ", "\"", "a").Array[0, 5].Select(string.Concat)))
        .Sample(text => Assert.Equal(text, Unguarded.Text(FormulaGuard.Of(text))));
}
