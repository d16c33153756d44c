using System.Diagnostics.Metrics;
using Extend.Throttle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class RetryBudgetTests
{
    [Fact]
    public void A_read_on_a_quiet_service_has_its_own_retries() => WithBudget((budget, _) =>
    {
        budget.CountRead();

        Assert.True(budget.TryTake());
        Assert.True(budget.TryTake());
        Assert.False(budget.TryTake());
    });

    [Fact]
    public void On_a_busy_one_retries_are_a_fifth_of_the_reads_at_most() => WithBudget((budget, clock) =>
    {
        var taken = 0;
        for (var i = 0; i < 2000; i++)
        {
            budget.CountRead();
            taken += budget.TryTake() ? 1 : 0;
            clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        Assert.InRange(taken, 380, 402);
    });

    private static void WithBudget(Action<RetryBudget, FakeTimeProvider> test)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var clock = new FakeTimeProvider();
        test(new RetryBudget(free: 2, clock, new ThrottleMetrics("main", services.GetRequiredService<IMeterFactory>())), clock);
    }
}
