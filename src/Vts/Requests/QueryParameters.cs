using Vts.Queries;

namespace Vts.Requests;

/// <summary>The query parameters an operation takes.</summary>
/// <param name="All">All of them.</param>
public sealed record QueryParameters(IReadOnlyList<Parameter> All)
{
    /// <summary>Their names, exactly as written.</summary>
    internal IReadOnlyList<string> Names { get; } = [.. All.Select(parameter => parameter.Name)];
}
