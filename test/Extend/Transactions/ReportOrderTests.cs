using Extend.Transactions;

namespace Extend.Tests.Transactions;

public sealed class ReportOrderTests
{
    [Fact]
    public void Rows_in_authorization_order_that_contradict_the_settlement_prove_it() =>
        Assert.True(ReportOrder.ProvesAuthorization([Row(5, 6), Row(4, 9), Row(3, 4)]));

    [Fact]
    public void A_pending_row_between_settled_ones_proves_it() =>
        Assert.True(ReportOrder.ProvesAuthorization([Row(5, 6), Row(4, null), Row(3, 5)]));

    [Fact]
    public void Rows_that_fit_both_orders_prove_nothing()
    {
        Assert.False(ReportOrder.ProvesAuthorization([Row(5, null), Row(4, 5), Row(3, 4)]));
        Assert.False(ReportOrder.ProvesAuthorization([Row(5, 6), Row(4, 5), Row(3, null)]));
        Assert.False(ReportOrder.ProvesAuthorization([Row(5, 6), Row(4, null), Row(3, 4)]));
        Assert.False(ReportOrder.ProvesAuthorization([]));
    }

    [Fact]
    public void Rows_out_of_authorization_order_prove_nothing_and_do_not_follow_it()
    {
        Transaction[] rows = [Row(3, 9), Row(5, 6)];

        Assert.False(ReportOrder.ProvesAuthorization(rows));
        Assert.False(ReportOrder.FollowsAuthorization(rows));
    }

    private static Transaction Row(int authorized, int? cleared) => new()
    {
        Id = "t",
        Status = "s",
        AuthedAt = DateTimeOffset.UnixEpoch.AddDays(authorized),
        ClearedAt = cleared is { } day ? DateTimeOffset.UnixEpoch.AddDays(day) : null,
    };
}
