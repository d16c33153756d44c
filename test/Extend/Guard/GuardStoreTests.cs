using System.Diagnostics.Metrics;
using Extend.Connections;
using Extend.Guard;
using Extend.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Guard;

/// <summary>The guard over a store that goes away, or in which others are always faster.</summary>
public sealed class GuardStoreTests : IGuardStore, IDisposable
{
    private readonly MemoryGuardStore _store = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeLogCollector _log = new();
    private readonly AccountGuard _guard;
    private bool _isAway;
    private int _others;
    private int _writes;

    public GuardStoreTests() => _guard = new AccountGuard(
        "main", this, new SessionOptions(), new FakeTimeProvider(), new ExtendMetrics(_services.GetRequiredService<IMeterFactory>()),
        new FakeLogger<AccountGuard>(_log));

    [Fact]
    public async Task While_the_store_is_away_it_goes_by_what_it_last_knew()
    {
        _isAway = true;
        await _guard.EnsureOpenAsync(default);
        await _guard.TakeSignInAsync(default);
        await _guard.CloseAsync(ExtendFault.SignInRefused, default);

        var closed = await Assert.ThrowsAsync<ExtendException>(() => _guard.EnsureOpenAsync(default));
        Assert.Equal(ExtendFault.SignInRefused, closed.Fault);
        Assert.Equal(ExtendFault.SignInRefused, (await Assert.ThrowsAsync<ExtendException>(() => _guard.TakeSignInAsync(default))).Fault);
        Assert.Equal(2, _writes);
        Assert.Contains(_log.GetSnapshot(), entry => entry.Level is LogLevel.Warning && entry.Message.Contains("goes by what it last knew: away", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_ins_are_counted_also_while_the_store_is_away()
    {
        _isAway = true;
        for (var i = 0; i < new SessionOptions().SignInsPerHour; i++)
        {
            await _guard.TakeSignInAsync(default);
        }

        var spent = await Assert.ThrowsAsync<ExtendException>(() => _guard.TakeSignInAsync(default));
        Assert.Equal((ExtendFault.SignInsSpent, TimeSpan.FromHours(1)), (spent.Fault, spent.RetryAfter));
    }

    [Fact]
    public async Task A_sign_in_that_another_process_counted_first_is_counted_after_it()
    {
        _others = 19;
        await _guard.TakeSignInAsync(default);

        Assert.Equal(20, _writes);
        Assert.Single((await _store.ReadAsync("main", default)).SignIns);
    }

    [Fact]
    public async Task Where_others_are_always_faster_no_sign_in_is_granted()
    {
        _others = int.MaxValue;

        var spent = await Assert.ThrowsAsync<ExtendException>(() => _guard.TakeSignInAsync(default));

        Assert.Equal((ExtendFault.SignInsSpent, TimeSpan.FromSeconds(10), 20), (spent.Fault, spent.RetryAfter, _writes));
    }

    [Fact]
    public async Task That_sign_in_was_closed_is_logged_as_an_error_with_what_to_do()
    {
        await _guard.CloseAsync(ExtendFault.AccountLocked, default);

        var entry = Assert.Single(_log.GetSnapshot());
        Assert.Equal((LogLevel.Error, "Sign-in of account main is closed (AccountLocked). Check the login, or use an API key, then open it."), (entry.Level, entry.Message));
        Assert.Equal(ExtendFault.AccountLocked, (await _store.ReadAsync("main", default)).ClosedBy);
    }

    ValueTask<GuardState> IGuardStore.ReadAsync(string account, CancellationToken cancellationToken) =>
        _isAway ? throw new SessionStoreException("away") : _store.ReadAsync(account, cancellationToken);

    ValueTask<bool> IGuardStore.TryWriteAsync(string account, GuardState state, CancellationToken cancellationToken)
    {
        _writes++;
        return _isAway ? throw new SessionStoreException("away") : _writes <= _others ? new(false) : _store.TryWriteAsync(account, state, cancellationToken);
    }

    public void Dispose() => _services.Dispose();
}
