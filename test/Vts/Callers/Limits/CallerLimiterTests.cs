using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

public sealed class CallerLimiterTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CallerLimiter _limiter;

    public CallerLimiterTests() => _limiter = new(Options.Create(new LimitOptions()), _clock);

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void A_caller_without_limits_of_its_own_has_the_services()
    {
        var caller = new Caller("dashboard", "main");

        Assert.Equal(new CallerLimits(100, 500, 64), _limiter.LimitsOf(caller));
        Assert.Equal(500, _limiter.Now(caller).RequestsLeft);
        Assert.Equal(64, _limiter.Now(caller).ConcurrencyLeft);
    }

    [Fact]
    public void What_one_caller_asks_takes_nothing_from_another()
    {
        var (greedy, other) = (new Caller("greedy", "main"), new Caller("other", "main"));
        foreach (var _ in Enumerable.Range(0, 10_000))
        {
            _limiter.Admit(greedy);
        }

        Assert.Equal(500, _limiter.Now(other).RequestsLeft);
        Assert.Equal(64, _limiter.Now(other).ConcurrencyLeft);
        using var admission = _limiter.Admit(other);
        Assert.True(admission.IsAcquired);
    }

    [Fact]
    public void The_place_that_a_request_took_is_free_when_it_ends_and_the_rate_is_not()
    {
        var caller = new Caller("tester", "main") { Limits = new(RequestsPerSecond: 1, Burst: 10, Concurrency: 2) };
        var first = _limiter.Admit(caller);
        using var second = _limiter.Admit(caller);
        using var third = _limiter.Admit(caller);
        first.Dispose();
        using var fourth = _limiter.Admit(caller);

        Assert.Equal([true, true, false, true], new[] { first, second, third, fourth }.Select(admission => admission.IsAcquired));
        Assert.True(third.Rate.MayGoOn);
        Assert.Equal(6, _limiter.Now(caller).RequestsLeft);
    }

    [Fact]
    public void A_place_that_is_given_back_twice_is_one_place()
    {
        var caller = new Caller("tester", "main") { Limits = new(RequestsPerSecond: 1, Burst: 10, Concurrency: 2) };
        var first = _limiter.Admit(caller);
        using var second = _limiter.Admit(caller);
        first.Dispose();
        first.Dispose();

        Assert.Equal(1, _limiter.Now(caller).ConcurrencyLeft);
    }

    [Fact]
    public void A_caller_that_was_refused_takes_no_place_with_it()
    {
        var caller = new Caller("tester", "main") { Limits = new(RequestsPerSecond: 1, Burst: 1, Concurrency: 5) };
        using var first = _limiter.Admit(caller);
        using var second = _limiter.Admit(caller);

        Assert.False(second.IsAcquired);
        Assert.Equal(4, second.PlacesLeft);
        Assert.Equal(4, _limiter.Now(caller).ConcurrencyLeft);
    }

    [Fact]
    public void Two_keys_of_one_caller_share_its_limits()
    {
        var caller = new Caller("tester", "main") { KeyId = "old", Limits = new(1, 2, 10) };
        using var first = _limiter.Admit(caller);
        using var second = _limiter.Admit(caller with { KeyId = "new" });
        using var third = _limiter.Admit(caller with { KeyId = "new" });

        Assert.Equal([true, true, false], new[] { first, second, third }.Select(admission => admission.IsAcquired));
    }

    [Fact]
    public void Callers_of_one_name_in_two_accounts_do_not()
    {
        var caller = new Caller("tester", "main") { Limits = new(1, 1, 1) };
        using var first = _limiter.Admit(caller);
        using var second = _limiter.Admit(caller with { Account = "second" });

        Assert.True(second.IsAcquired);
    }
}
