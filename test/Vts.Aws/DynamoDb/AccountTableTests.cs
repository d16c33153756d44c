using Amazon.DynamoDBv2;
using Extend.Sessions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Aws.DynamoDb;

namespace Vts.Aws.Tests.DynamoDb;

public sealed class AccountTableTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly AmazonDynamoDBClient _nobody = TableFixture.Nobody();
    private readonly AccountTable _table;
    private int _asked;

    public AccountTableTests() => _table = new(_nobody, Options.Create(new SessionStoreOptions()), _clock);

    public void Dispose()
    {
        _table.Dispose();
        _nobody.Dispose();
    }

    [Fact]
    public async Task A_table_that_hangs_is_waited_for_once_and_then_left_alone_for_five_seconds()
    {
        await FailAsync(TimeSpan.FromSeconds(4));
        await FailAsync(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        await FailAsync(TimeSpan.Zero);
        Assert.Equal(1, _asked);

        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(await AnswerAsync());
        Assert.True(await AnswerAsync());
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task A_table_that_fails_at_once_is_asked_again_at_once()
    {
        await FailAsync(TimeSpan.Zero);

        Assert.True(await AnswerAsync());
        Assert.Equal(2, _asked);
    }

    private async Task FailAsync(TimeSpan after) => await Assert.ThrowsAsync<SessionStoreException>(async () => await _table.AskAsync<bool>(
        _ =>
        {
            _asked++;
            _clock.Advance(after);
            throw new TimeoutException();
        },
        CancellationToken.None));

    private async Task<bool> AnswerAsync() => await _table.AskAsync(
        _ =>
        {
            _asked++;
            return Task.FromResult(true);
        },
        CancellationToken.None);
}
