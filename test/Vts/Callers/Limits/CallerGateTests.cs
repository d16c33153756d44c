using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

public sealed class CallerGateTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(100, 500, 64, "\"requests\";q=500;w=5, \"concurrent\";q=64;qu=\"concurrent-requests\"")]
    [InlineData(3, 10, 1, "\"requests\";q=10;w=4, \"concurrent\";q=1;qu=\"concurrent-requests\"")]
    [InlineData(10, 1, 2, "\"requests\";q=1;w=1, \"concurrent\";q=2;qu=\"concurrent-requests\"")]
    public void The_policy_is_the_burst_in_the_whole_seconds_that_fill_it(int perSecond, int burst, int concurrency, string policy)
    {
        using var gate = new CallerGate(new CallerLimits(perSecond, burst, concurrency), _clock);

        Assert.Equal(policy, gate.Policy);
    }

    [Fact]
    public void It_may_be_forgotten_only_while_nothing_is_under_way_and_the_rate_has_rested()
    {
        using var gate = new CallerGate(new CallerLimits(1, 2, 5), _clock);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), gate.IdleDuration);

        var admission = gate.AttemptAcquire();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(gate.IdleDuration);
        admission.Dispose();

        Assert.Equal(TimeSpan.FromSeconds(8), gate.IdleDuration);
    }

    [Fact]
    public void An_answer_tells_the_policy_and_how_it_stands()
    {
        using var gate = new CallerGate(new CallerLimits(1, 2, 5), _clock);
        using var admission = (Admission)gate.AttemptAcquire();
        var headers = new HeaderDictionary();

        RateLimitFields.Write(headers, admission);

        Assert.Equal(gate.Policy, headers["RateLimit-Policy"]);
        Assert.Equal("\"requests\";r=1;t=1, \"concurrent\";r=4", headers["RateLimit"]);
        Assert.False(admission.TryGetMetadata("RETRY_AFTER", out _));
    }

    [Fact]
    public void An_address_is_told_how_often_it_may_fail()
    {
        var headers = new HeaderDictionary();

        RateLimitFields.Write(headers, new Standing(MayGoOn: true, Left: 7, WaitSeconds: 40), most: 300);

        Assert.Equal("\"failed-authentications\";q=300;w=60", headers["RateLimit-Policy"]);
        Assert.Equal("\"failed-authentications\";r=7;t=40", headers["RateLimit"]);
    }

    [Fact]
    public async Task Of_many_at_once_exactly_so_many_are_under_way_as_there_are_places()
    {
        using var gate = new CallerGate(new CallerLimits(1_000_000, 1_000_000, 50), _clock);

        var admissions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 50).Select(_ => gate.AttemptAcquire()).ToArray())));

        Assert.Equal(50, admissions.SelectMany(some => some).Count(admission => admission.IsAcquired));
        Array.ForEach(admissions, some => Array.ForEach(some, admission => admission.Dispose()));
        using var next = (Admission)gate.AttemptAcquire();
        Assert.Equal((true, 49), (next.IsAcquired, next.PlacesLeft));
    }
}
