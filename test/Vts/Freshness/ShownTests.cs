using Vts.Callers.Rules;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class ShownTests
{
    private static readonly FieldRule IdAlone = new() { Names = [] };

    [Fact]
    public async Task An_answer_on_its_way_gets_the_rule_of_the_caller()
    {
        var list = Task.FromResult(new Fresh<string[]>(["a"], Vintage.NotKept));
        var one = Task.FromResult<Fresh<string>?>(new("a", Vintage.NotKept));

        Assert.Same(IdAlone, (await list.ShowingAsync(IdAlone)).Fields);
        Assert.Same(IdAlone, (await one.ShowingAsync(IdAlone))!.Fields);
        Assert.Null(await Task.FromResult<Fresh<string>?>(null).ShowingAsync(IdAlone));
    }

    [Fact]
    public void Where_the_rule_hides_nothing_the_answer_goes_its_way_untouched()
    {
        var list = Task.FromResult(new Fresh<string[]>(["a"], Vintage.NotKept));
        var one = Task.FromResult<Fresh<string>?>(new("a", Vintage.NotKept));

        Assert.Same(list, list.ShowingAsync(FieldRule.All));
        Assert.Same(one, one.ShowingAsync(FieldRule.All));
    }
}
