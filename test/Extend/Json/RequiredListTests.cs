using Extend.Json;

namespace Extend.Tests.Json;

public sealed class RequiredListTests
{
    [Fact]
    public void A_list_whose_entries_are_all_there_is_itself()
    {
        string[] list = ["a", "b"];

        Assert.Same(list, list.OrUnreadable());
        Assert.Empty(Array.Empty<string>().OrUnreadable());
    }

    [Fact]
    public void A_list_that_is_missing_or_lacks_an_entry_makes_the_answer_unreadable()
    {
        foreach (var list in new string[]?[] { null, [null!], ["a", null!], [null!, "a"] })
        {
            Assert.Equal(ExtendFault.AnswerUnreadable, Assert.Throws<ExtendException>(() => list.OrUnreadable()).Fault);
        }
    }
}
