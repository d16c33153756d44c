namespace Vts.Aws.Lambda.Runtime;

/// <summary>What a function does with a call: a request that came through a gateway, or an event of a schedule.</summary>
internal interface IInvocationHandler
{
    /// <summary>Handles one call.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="deadline">Ends a little before Lambda ends the process.</param>
    /// <returns>The answer, and what is recorded of the call.</returns>
    /// <exception cref="InvalidEventException">The event is none that this function knows.</exception>
    Task<Outcome> HandleAsync(Invocation invocation, CancellationToken deadline);
}
