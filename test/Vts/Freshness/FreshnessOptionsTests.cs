using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class FreshnessOptionsTests
{
    private static readonly FreshnessOptionsValidator Validator = new();

    [Fact]
    public void The_defaults_are_fine_and_so_is_keeping_nothing()
    {
        Assert.True(Validator.Validate(null, new FreshnessOptions()).Succeeded);
        Assert.True(Validator.Validate(null, new FreshnessOptions { Cards = default, Transactions = default, KeepStaleFor = default, MaxBytes = 0 }).Succeeded);
    }

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new FreshnessOptions();

        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)), (options.Cards, options.Transactions));
        Assert.Equal((TimeSpan.FromHours(1), 67_108_864), (options.KeepStaleFor, options.MaxBytes));
    }

    [Fact]
    public void The_most_that_is_allowed_is_fine_and_the_least_more_is_not()
    {
        var (hour, day, most) = (TimeSpan.FromHours(1), TimeSpan.FromHours(24), 68_719_476_736);
        var tick = TimeSpan.FromTicks(1);

        Assert.True(Validator.Validate(null, new FreshnessOptions { Cards = hour, Transactions = hour, KeepStaleFor = day, MaxBytes = most }).Succeeded);
        Assert.Equal(4, Validator.Validate(
            null, new FreshnessOptions { Cards = hour + tick, Transactions = hour + tick, KeepStaleFor = day + tick, MaxBytes = most + 1 }).Failures!.Count());
    }

    [Fact]
    public void All_faults_are_told_at_once_and_name_their_setting()
    {
        var failures = Validator.Validate(null, new FreshnessOptions
        {
            Cards = TimeSpan.FromDays(5), Transactions = TimeSpan.FromSeconds(-1), KeepStaleFor = TimeSpan.FromHours(25), MaxBytes = -1,
        }).Failures!.ToList();

        Assert.Equal(4, failures.Count);
        Assert.All(["Freshness:Cards", "Freshness:Transactions", "Freshness:KeepStaleFor", "Freshness:MaxBytes"], name =>
            Assert.Contains(failures, failure => failure.StartsWith(name + " must be between 0", StringComparison.Ordinal)));
    }
}
