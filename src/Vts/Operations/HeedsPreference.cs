namespace Vts.Operations;

/// <summary>Marks an operation that heeds the request's <c>Prefer: handling=lenient</c> (RFC 7240).</summary>
public sealed record HeedsPreference;
