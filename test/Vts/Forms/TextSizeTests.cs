using Vts.Forms;

namespace Vts.Tests.Forms;

public sealed class TextSizeTests
{
    private static readonly Member<string[]>[] Members = [MemberOf.Text("one", MemberUse.Usual, (string[] row) => row[0]), MemberOf.Text("other", MemberUse.Wide, (string[] row) => row[1])];

    [Fact]
    public void A_text_counts_with_its_characters_and_a_little_more() => Assert.Equal(3 + 8 + 0 + 8, TextSize.Of(Members, ["abc", ""]));

    [Fact]
    public void No_text_counts_nothing() => Assert.Equal(1 + 8, TextSize.Of(Members, ["a", null!]));

    [Fact]
    public void A_text_that_is_shared_counts_nothing()
    {
        string[] one = ["abc", "de"];

        Assert.Equal(0, TextSize.Of(Members, one, sharing: one));
        Assert.Equal(2 + 8, TextSize.Of(Members, one, sharing: [one[0], new string("de")]));
    }
}
