using Vts.Callers.Issuers;

namespace Vts.Tests.Callers.Issuers;

public sealed class CallerNameTests
{
    [Theory]
    [InlineData("robot")]
    [InlineData("auth0|507f1f77bcf86cd799439011")]
    [InlineData("ann@example.com")]
    public void A_plain_subject_is_the_name(string subject) => Assert.Equal($"idp:{subject}", CallerName.Of("idp", subject));

    [Fact]
    public void An_odd_subject_is_cleaned_bounded_and_never_anothers()
    {
        string[] odd = ["a\nb", "a\tb", "a b", "a_b", "a~b", "ä", "ö", "a\u2028b", new string('a', 65), new string('a', 66), "a_b~00000000", "😀", ""];

        var names = odd.Select(subject => CallerName.Of("idp", subject)).ToList();

        Assert.Equal(odd.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.True(name.Length <= 77 && name.All(letter => letter is > ' ' and < '\u007f'), name));
    }
}
