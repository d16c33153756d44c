namespace Vts.LocalGateway.Functions;

/// <summary>What a call of a function came to.</summary>
/// <param name="RequestId">Lambda's id of the call.</param>
/// <param name="Payload">What the function answered, or Lambda's description of the fault, as JSON.</param>
/// <param name="ErrorType">Why the call failed, as in <c>Runtime.ExitError</c>; null if the function answered.</param>
public sealed record InvocationResult(string RequestId, ReadOnlyMemory<byte> Payload, string? ErrorType)
{
    /// <summary>The figures of the call, known once the function waits for the next one or has ended.</summary>
    public required Task<InvocationReport> Report { get; init; }
}
