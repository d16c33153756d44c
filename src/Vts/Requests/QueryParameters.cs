namespace Vts.Requests;

/// <summary>The query parameters an operation takes.</summary>
/// <param name="Names">Their names, exactly as written.</param>
internal sealed record QueryParameters(IReadOnlyList<string> Names);
