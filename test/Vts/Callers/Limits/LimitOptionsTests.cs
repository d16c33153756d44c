using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

public sealed class LimitOptionsTests
{
    private static readonly LimitOptionsValidator Validator = new();

    [Fact]
    public void The_defaults_are_fine() => Assert.True(Validator.Validate(null, new LimitOptions()).Succeeded);

    [Fact]
    public void The_most_that_is_allowed_is_fine_and_one_more_is_not()
    {
        var most = new CallerLimits(LimitOptions.MostRequestsPerSecond, LimitOptions.MostBurst, LimitOptions.MostConcurrency);

        Assert.Empty(LimitFaults.Of("limits", most));
        Assert.Empty(LimitFaults.Of("limits", new CallerLimits(1, 1, 1)));
        Assert.Equal(
            [$"limits:Burst must be between 1 and {LimitOptions.MostBurst}"], LimitFaults.Of("limits", most with { Burst = LimitOptions.MostBurst + 1 }));
    }

    [Fact]
    public void All_faults_are_told_at_once_and_name_their_setting()
    {
        var failures = Validator.Validate(null, new LimitOptions
        {
            RequestsPerSecond = 0, Burst = -1, Concurrency = 100_001, FailedAuthenticationsPerMinute = 0,
        }).Failures!.ToList();

        Assert.Equal(4, failures.Count);
        Assert.All(["RequestsPerSecond", "Burst", "Concurrency", "FailedAuthenticationsPerMinute"], name =>
            Assert.Contains(failures, failure => failure.StartsWith($"Limits:{name} must be between 1", StringComparison.Ordinal)));
    }
}
