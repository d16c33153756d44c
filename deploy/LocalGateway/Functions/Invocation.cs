using System.Security.Cryptography;

namespace Vts.LocalGateway.Functions;

/// <summary>One call of a function.</summary>
/// <param name="RequestId">Lambda's id of the call.</param>
/// <param name="TraceId">What X-Ray would name it by.</param>
/// <param name="Event">The event, JSON.</param>
internal sealed record Invocation(string RequestId, string TraceId, ReadOnlyMemory<byte> Event)
{
    public static Invocation Of(ReadOnlyMemory<byte> @event, string traceRoot) => new(
        Guid.NewGuid().ToString(),
        $"Root={traceRoot};Parent={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))};Sampled=0",
        @event);

    /// <summary>A new trace's root, as X-Ray forms it.</summary>
    public static string NewTraceRoot(TimeProvider time) =>
        $"1-{time.GetUtcNow().ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
}
