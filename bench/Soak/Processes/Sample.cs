namespace Vts.Bench.Soak.Processes;

/// <summary>How the server was at one moment.</summary>
/// <param name="At">When, from the start of the load.</param>
/// <param name="ProcessId">Which process it was.</param>
/// <param name="MemoryMb">Resident memory.</param>
/// <param name="Sockets">Open sockets.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Cores">CPU time a second since the sample before.</param>
/// <param name="Rate">Requests a second since then.</param>
/// <param name="P50">Half of them came within so many milliseconds of when they were due.</param>
/// <param name="P99">All but one in a hundred.</param>
/// <param name="Faults">The faults that were on since then.</param>
internal sealed record Sample(
    TimeSpan At, int ProcessId, double MemoryMb, int Sockets, int Threads, double Cores, double Rate, double P50, double P99, string Faults);
