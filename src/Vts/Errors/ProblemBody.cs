namespace Vts.Errors;

/// <summary>A problem as it is sent: <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Type">Names the kind of problem: <c>urn:vts:problem:</c> and the code.</param>
/// <param name="Title">What it is, the same for every occurrence.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Code">Stable name for programs.</param>
/// <param name="RequestId">Names this request in the service's logs; also in the header <c>x-request-id</c>.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Code, string RequestId);
