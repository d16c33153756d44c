using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Vts.Operations;

/// <summary>One operation of the contract: its route and handler, and how its answer is written. A host maps those it serves.</summary>
public interface IOperation
{
    /// <summary>Writes the operation's answers as JSON.</summary>
    static abstract IJsonTypeInfoResolver Json { get; }

    /// <summary>Adds the operation's route.</summary>
    static abstract void Map(IEndpointRouteBuilder routes);
}
