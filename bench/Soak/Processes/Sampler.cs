using System.Globalization;
using Vts.Bench.Soak.Faults;
using Vts.Bench.Soak.Load;

namespace Vts.Bench.Soak.Processes;

/// <summary>Looks at the server's process from time to time, and tells of the progress.</summary>
internal sealed class Sampler(Server server, Tally tally, FaultLog faults, SoakClock clock)
{
    private readonly List<Sample> _samples = [];

    public IReadOnlyList<Sample> Samples => _samples;

    /// <exception cref="BenchException">The server ended by itself.</exception>
    public void Run(TimeSpan began, TimeSpan between, CancellationToken cancellationToken)
    {
        var (at, requests, processId, cpu) = (clock.Now, tally.Requests, server.ProcessId, ProcessReading.Of(server.ProcessId)?.CpuSeconds ?? 0);
        while (!cancellationToken.WaitHandle.WaitOne(between))
        {
            if (server.HasCrashed)
            {
                throw new BenchException($"The server ended by itself:\n{server.Last}");
            }

            if (ProcessReading.Of(server.ProcessId) is not { } reading)
            {
                continue;
            }

            var (now, count, latencies) = (clock.Now, tally.Requests, tally.TakeLately());
            var elapsed = (now - at).TotalSeconds;
            var sample = new Sample(now - began, server.ProcessId, reading.MemoryMb, reading.Sockets, reading.Threads,
                (reading.CpuSeconds - (server.ProcessId == processId ? cpu : 0)) / elapsed,
                (count - requests) / elapsed, latencies.Quantile(0.5), latencies.Quantile(0.99), faults.On(at, now));
            (at, requests, processId, cpu) = (now, count, server.ProcessId, reading.CpuSeconds);
            _samples.Add(sample);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{sample.At.TotalSeconds,5:0} s  {sample.Rate,6:0.0}/s  p50 {sample.P50:0.0} ms  p99 {sample.P99:0} ms  {sample.MemoryMb:0} MB  {sample.Sockets} sockets  {sample.Threads} threads  {sample.Cores:0.00} cores  wrong {tally[Checking.Outcome.Wrong]}  lost {tally[Checking.Outcome.Lost]}  {sample.Faults}"));
        }
    }
}
