using System.Globalization;
using Microsoft.OpenApi;

namespace Vts.Api.Tests.Hostile;

/// <summary>One operation as the contract has it.</summary>
/// <param name="Path">Its path, with what stands in braces.</param>
/// <param name="Description">All that is said of it.</param>
internal sealed record ContractOperation(string Path, OpenApiOperation Description)
{
    /// <summary>The statuses it may answer with.</summary>
    public IReadOnlySet<int> Statuses { get; } = Description.Responses!.Keys.Select(status => int.Parse(status, CultureInfo.InvariantCulture)).ToHashSet();

    /// <summary>The media types of its 200, the usual one first.</summary>
    public IReadOnlyList<string> Forms { get; } = [.. Description.Responses!["200"].Content!.Keys];

    /// <summary>What its 200 is in JSON.</summary>
    public IOpenApiSchema Json => Description.Responses!["200"].Content!["application/json"].Schema!;

    /// <summary>Whether it is a list, and has its rows in several forms.</summary>
    public bool IsList => Forms.Count > 1;

    /// <summary>The parameters that stand in the query.</summary>
    public IReadOnlyList<IOpenApiParameter> Query { get; } = [.. (Description.Parameters ?? []).Where(parameter => parameter.In is ParameterLocation.Query)];

    /// <summary>The header fields it heeds.</summary>
    public IReadOnlyList<IOpenApiParameter> Headers { get; } = [.. (Description.Parameters ?? []).Where(parameter => parameter.In is ParameterLocation.Header)];

    /// <summary>Whether the path has the form of this operation's, whatever its parameters are.</summary>
    public bool Matches(string path)
    {
        var (own, other) = (Path.Split('/'), path.Split('/'));
        return own.Length == other.Length && own.Zip(other).All(pair => pair.First == pair.Second || (pair.First is ['{', ..] && pair.Second.Length > 0));
    }
}
