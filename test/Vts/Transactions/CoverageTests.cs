using Extend;
using Vts.Errors;
using Vts.Transactions;

namespace Vts.Tests.Transactions;

public sealed class CoverageTests
{
    private const string One = "vc_A681POqRINI7goyrCNPff7";
    private const string Other = "vc_B681POqRINI7goyrCNPff7";

    [Fact]
    public void All_that_were_asked_are_answered_for_until_one_fails()
    {
        var coverage = new Coverage(isLenient: true);
        coverage.Ask(2);
        coverage.Ask(3);

        Assert.Equal((5, false, true), (coverage.Asked, coverage.HasFailed, coverage.IsLenient));
        Assert.Empty(coverage.Failed);
        Assert.Equal("asked=5, answered=5", $"{coverage}");
        coverage.ThrowIfNotEnough();
    }

    [Fact]
    public void Those_that_failed_are_named_with_their_problems_in_the_order_of_their_ids()
    {
        var coverage = Failing(isLenient: true, asked: 3, Other, One);

        Assert.Equal([(One, "extend_timeout"), (Other, "extend_timeout")], coverage.Failed);
        Assert.Equal($"asked=3, answered=1, failed=(\"{One}\";code=extend_timeout \"{Other}\";code=extend_timeout)", $"{coverage}");
        coverage.ThrowIfNotEnough();
    }

    [Fact]
    public void Who_is_not_lenient_gets_no_part_of_a_list()
    {
        var coverage = Failing(isLenient: false, asked: 3, Other, One);

        var refused = Assert.Throws<CardsUnansweredException>(coverage.ThrowIfNotEnough);
        Assert.Contains($"{One}, {Other}.", refused.Problem.Detail);
        Assert.Equal(ExtendFault.TimedOut, refused.First.Fault);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Where_all_have_failed_there_is_nothing_to_answer_with(int asked, bool isRefused) =>
        Assert.Equal(isRefused, Record.Exception(Failing(isLenient: true, asked, One).ThrowIfNotEnough) is CardsUnansweredException);

    [Fact]
    public void A_read_goes_on_without_a_card_only_where_it_is_lenient()
    {
        Assert.True(new Coverage(isLenient: true).Fail(One, new(ExtendFault.TimedOut)));
        Assert.False(new Coverage(isLenient: false).Fail(One, new(ExtendFault.TimedOut)));
    }

    [Fact]
    public void An_id_that_the_caller_may_not_see_or_that_is_none_is_counted_and_not_named()
    {
        var hidden = Failing(isLenient: true, asked: 2, mayName: false, One);
        Assert.Equal([(null, "extend_timeout")], hidden.Failed);
        Assert.Equal("asked=2, answered=1, unnamed=1", $"{hidden}");
        Assert.DoesNotContain(One, Assert.Throws<CardsUnansweredException>(Failing(isLenient: false, asked: 2, mayName: false, One).ThrowIfNotEnough).Problem.Detail);

        Assert.Equal($"asked=3, answered=1, failed=(\"{One}\";code=extend_timeout), unnamed=1", $"{Failing(isLenient: true, asked: 3, "vc_1\r\nx: y", One)}");
    }

    [Fact]
    public void A_card_that_fails_twice_is_one_card() =>
        Assert.Single(Failing(isLenient: true, asked: 2, One, One).Failed);

    [Fact]
    public void No_more_than_a_hundred_are_named()
    {
        string[] ids = [.. Enumerable.Range(0, 102).Select(i => $"vc_{i:0000000000000000000000}")];

        var text = $"{Failing(isLenient: true, asked: 200, ids)}";

        Assert.StartsWith("asked=200, answered=98, failed=(", text);
        Assert.EndsWith(", unnamed=2", text);
        Assert.Equal(ids.Take(100), text.Split('"').Where(part => part.StartsWith("vc_", StringComparison.Ordinal)));
        Assert.DoesNotContain("unnamed", $"{Failing(isLenient: true, asked: 200, ids[..100])}");
    }

    private static Coverage Failing(bool isLenient, int asked, params string[] ids) => Failing(isLenient, asked, mayName: true, ids);

    private static Coverage Failing(bool isLenient, int asked, bool mayName, params string[] ids)
    {
        var coverage = new Coverage(isLenient, mayName);
        coverage.Ask(asked);
        foreach (var id in ids)
        {
            coverage.Fail(id, new ExtendException(ExtendFault.TimedOut));
        }

        return coverage;
    }
}
