namespace Vts.Aws.Lambda.Runtime;

/// <summary>One call of the function, as the Runtime API hands it over.</summary>
/// <param name="RequestId">Names the call; a call that Lambda repeats has the same.</param>
/// <param name="Deadline">When Lambda ends the process, in UTC.</param>
/// <param name="Trace">The X-Ray header, such as <c>Root=1-…;Parent=…;Sampled=1</c>; null if there is none.</param>
/// <param name="Event">The event's bytes, whatever they are.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset Deadline, string? Trace, ReadOnlyMemory<byte> Event);
