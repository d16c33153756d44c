using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Vts.Operations;

/// <summary>One operation of the contract: its route and handler. A host maps those it serves.</summary>
public interface IOperation
{
    /// <summary>Registers what the operation reads with, so that a host of one operation links no other's code.</summary>
    static abstract void Register(IServiceCollection services);

    /// <summary>Adds the operation's route.</summary>
    static abstract void Map(IEndpointRouteBuilder routes);
}
