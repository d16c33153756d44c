using Extend.Sessions;

namespace Extend.Tests.Sessions;

public sealed class AccessTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_token_is_usable_up_to_its_end_and_due_after_three_fifths()
    {
        var token = new AccessToken("t", Now, Now.AddSeconds(590));

        Assert.True(token.IsUsableAt(token.UsableUntil.AddTicks(-1)));
        Assert.False(token.IsUsableAt(token.UsableUntil));
        Assert.Equal(Now.AddSeconds(354), token.DueAt);
    }
}
