using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

public sealed class AddressLimiterTests : IDisposable
{
    private static readonly IPAddress Guesser = IPAddress.Parse("203.0.113.7");

    private readonly FakeTimeProvider _clock = new();
    private readonly AddressLimiter _limiter;

    public AddressLimiterTests() => _limiter = new(Options.Create(new LimitOptions()), _clock);

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void Three_hundred_failures_in_a_minute_are_counted_and_then_the_address_is_refused_until_the_minute_ends()
    {
        Assert.Equal(300, Enumerable.Range(0, 1000).Count(_ => _limiter.Fail(Guesser).MayGoOn));
        _clock.Advance(TimeSpan.FromSeconds(59.5));
        Assert.Equal(new Standing(false, 0, 1), _limiter.Look(Guesser));

        _clock.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal(new Standing(true, 300, 60), _limiter.Look(Guesser));
    }

    [Fact]
    public void Looking_counts_nothing()
    {
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(300, _limiter.Look(Guesser).Left));
        Assert.Equal(299, _limiter.Fail(Guesser).Left);
        Assert.Equal(299, _limiter.Look(Guesser).Left);
    }

    [Fact]
    public void Another_address_is_not_refused_with_it()
    {
        Spend(Guesser);
        var others = Enumerable.Range(0, 100).Select(i => new IPAddress([198, 51, 100, (byte)i])).ToList();

        // Slots are few enough that by chance one may be shared.
        Assert.InRange(others.Count(other => _limiter.Look(other).MayGoOn), 98, 100);
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    public void One_customers_addresses_are_one(string one, string other)
    {
        Spend(IPAddress.Parse(one));

        Assert.False(_limiter.Look(IPAddress.Parse(other)).MayGoOn);
    }

    [Fact]
    public void Requests_without_an_address_are_counted_too()
    {
        Spend(null);

        Assert.False(_limiter.Look(null).MayGoOn);
    }

    private void Spend(IPAddress? address)
    {
        while (_limiter.Fail(address).MayGoOn)
        {
        }
    }
}
