using Vts.Bench.Soak.Processes;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Faults;

/// <summary>Makes the planned faults happen.</summary>
internal sealed class FaultRunner(FaultPlan plan, FaultLog log, Simulator extend, SessionStore store, Server server, SoakClock clock, Random random)
{
    public Task RunAsync(TimeSpan began, CancellationToken cancellationToken) =>
        Task.WhenAll(FaultsAsync(began, cancellationToken), InterruptionsAsync(began, cancellationToken));

    private async Task FaultsAsync(TimeSpan began, CancellationToken cancellationToken)
    {
        foreach (var fault in plan.Faults)
        {
            await clock.WaitUntilAsync(began + fault.Begins, cancellationToken);
            var span = log.Begin(fault.Kind, clock.Now);
            if (fault.Kind.StopsStore)
            {
                await store.StopAsync();
                await clock.WaitAsync(fault.Lasts, cancellationToken);
                await store.StartAsync();
            }
            else
            {
                foreach (var setting in fault.Kind.Settings(random))
                {
                    extend.Fault(setting);
                }

                await clock.WaitAsync(fault.Lasts, cancellationToken);
                extend.EndFaults();
            }

            span.Ended = clock.Now;
        }
    }

    private async Task InterruptionsAsync(TimeSpan began, CancellationToken cancellationToken)
    {
        foreach (var (at, isKill) in plan.Kills.Select(at => (at, true)).Concat(plan.Restarts.Select(at => (at, false))).OrderBy(each => each.at))
        {
            await clock.WaitUntilAsync(began + at, cancellationToken);
            var span = log.Begin(FaultKind.Interruption, clock.Now);
            await server.InterruptAsync(isKill);
            span.Ended = clock.Now;
        }
    }
}
