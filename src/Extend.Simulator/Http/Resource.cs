namespace Extend.Simulator.Http;

/// <summary>One path and what each method on it does.</summary>
internal sealed class Resource(params (string Method, Operation Operation)[] operations)
{
    public static Resource Unknown { get; } = new();

    /// <summary>Everything on this path would change something, which the simulator does not do.</summary>
    public static Resource WriteOnly { get; } = new();

    /// <summary>Answered without a credential.</summary>
    public bool IsOpen { get; init; }

    public Operation? Operation(string method) =>
        Array.Find(operations, operation => operation.Method == method).Operation;

    public Answer Refuse(string method) => this == Unknown
        ? Answer.Error(StatusCodes.Status404NotFound, "Not found")
        : Answer.Error(StatusCodes.Status405MethodNotAllowed, $"Request method '{method}' not supported")
            .With("Allow", string.Join(", ", operations.Select(operation => operation.Method)));
}
