using System.Threading.RateLimiting;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_rested_bucket_gives_the_burst_and_then_the_rate()
    {
        using var bucket = new TokenBucket(perSecond: 100, burst: 500, _clock);

        Assert.Equal(500, Enumerable.Range(0, 1000).Count(_ => Takes(bucket)));
        _clock.Advance(TimeSpan.FromMilliseconds(9.9));
        Assert.False(Takes(bucket));
        _clock.Advance(TimeSpan.FromMilliseconds(0.1));
        Assert.True(Takes(bucket));
        Assert.False(Takes(bucket));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(100, Enumerable.Range(0, 1000).Count(_ => Takes(bucket)));
    }

    [Fact]
    public void A_bucket_never_holds_more_than_its_burst_however_long_it_rests()
    {
        using var bucket = new TokenBucket(perSecond: 10, burst: 20, _clock);
        _clock.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(20, bucket.GetStatistics().CurrentAvailablePermits);
        Assert.Equal(20, Enumerable.Range(0, 100).Count(_ => Takes(bucket)));
    }

    [Fact]
    public void In_no_stretch_of_time_more_passes_than_the_burst_and_what_the_rate_adds() => Gen.Select(
        Gen.Int[1, 1000], Gen.Int[1, 1000], Gen.Select(Gen.Int[0, 3_000_000], Gen.Int[1, 200]).Array[1, 60]).Sample((perSecond, burst, steps) =>
    {
        var clock = new FakeTimeProvider();
        using var bucket = new TokenBucket(perSecond, burst, clock);
        var passed = new List<(TimeSpan At, int Count)>();
        var at = TimeSpan.Zero;
        foreach (var (microseconds, tries) in steps)
        {
            var step = TimeSpan.FromMicroseconds(microseconds);
            clock.Advance(step);
            at += step;
            passed.Add((at, Enumerable.Range(0, tries).Count(_ => Takes(bucket))));
        }

        return passed.Select((from, i) => (from.At, Steps: passed.Skip(i))).All(window =>
        {
            var sum = 0;
            return window.Steps.All(step => (sum += step.Count) <= burst + ((step.At - window.At).TotalSeconds * perSecond * 1.001) + 0.001);
        });
    }, iter: 300);

    [Fact]
    public void It_tells_what_is_left_and_how_long_until_there_is_more()
    {
        using var bucket = new TokenBucket(perSecond: 2, burst: 3, _clock);
        using var first = bucket.AttemptAcquire();
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        using var second = bucket.AttemptAcquire();

        Assert.Equal(new Standing(true, 2, 1), Standing.Of(first));
        Assert.Equal(1, Standing.Of(second).Left);
        Assert.True(second.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromMilliseconds(300), wait);
    }

    [Fact]
    public void A_look_takes_nothing_and_says_whether_another_may_go_on()
    {
        using var bucket = new TokenBucket(perSecond: 1, burst: 1, _clock);
        using var full = bucket.AttemptAcquire(0);
        Assert.True(Takes(bucket));
        using var empty = bucket.AttemptAcquire(0);

        Assert.Equal((true, false), (full.IsAcquired, empty.IsAcquired));
    }

    [Fact]
    public void It_may_be_forgotten_only_while_it_is_full()
    {
        using var bucket = new TokenBucket(perSecond: 1, burst: 10, _clock);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), bucket.IdleDuration);

        Assert.True(Takes(bucket));
        Assert.Null(bucket.IdleDuration);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(4), bucket.IdleDuration);
    }

    private static bool Takes(TokenBucket bucket)
    {
        using var lease = bucket.AttemptAcquire();
        return lease.IsAcquired;
    }
}
