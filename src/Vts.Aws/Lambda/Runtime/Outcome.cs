namespace Vts.Aws.Lambda.Runtime;

/// <summary>What became of a call.</summary>
/// <param name="Answer">What the gateway is given: JSON.</param>
/// <param name="Status">The HTTP status of the answer; null where there was no request.</param>
/// <param name="Operation">The operation's name in the contract; null where none was reached.</param>
/// <param name="Caller">The caller's name; null where nobody was authenticated.</param>
/// <param name="RequestId">The request's own name, which its answer carries.</param>
internal sealed record Outcome(ReadOnlyMemory<byte> Answer, int? Status = null, string? Operation = null, string? Caller = null, string? RequestId = null);
