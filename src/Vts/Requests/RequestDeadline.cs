namespace Vts.Requests;

/// <summary>A request's end in time, for a host that knows one. The same token also aborts the request.</summary>
/// <param name="Passed">Cancelled when there is just enough time left to say that it was not enough.</param>
public sealed record RequestDeadline(CancellationToken Passed);
