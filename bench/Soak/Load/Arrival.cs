using Vts.Bench.Soak.Requests;

namespace Vts.Bench.Soak.Load;

/// <summary>A request and when it is due.</summary>
internal sealed record Arrival(Ask Ask, TimeSpan Due);
