using Extend;
using Extend.Guard;

namespace Vts.Aws.Tests.DynamoDb;

public sealed class DynamoDbGuardStoreTests(TableFixture table)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_state_is_read_as_it_was_written()
    {
        var store = table.Guard(table.NewTable());
        Assert.Equal(0, (await store.ReadAsync("main", default)).Version);

        var state = GuardState.Initial.SignedIn(Now).Closed(ExtendFault.AccountLocked, Now.AddSeconds(1));
        Assert.True(await store.TryWriteAsync("main", GuardState.Initial.SignedIn(Now), default));
        Assert.True(await store.TryWriteAsync("main", state, default));

        var kept = await store.ReadAsync("main", default);
        Assert.Equal((ExtendFault.AccountLocked, Now.AddSeconds(1), 2L), (kept.ClosedBy, kept.ClosedAt, kept.Version));
        Assert.Equal([Now], kept.SignIns);

        Assert.True(await store.TryWriteAsync("main", kept.Opened(), default));
        Assert.Null((await store.ReadAsync("main", default)).ClosedBy);
    }

    [Fact]
    public async Task Of_two_that_change_it_at_once_the_slower_is_told()
    {
        var store = table.Guard(table.NewTable());
        var seen = await store.ReadAsync("main", default);

        Assert.True(await store.TryWriteAsync("main", seen.SignedIn(Now), default));
        Assert.False(await store.TryWriteAsync("main", seen.SignedIn(Now), default));
    }
}
