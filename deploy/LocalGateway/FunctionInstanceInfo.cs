namespace Vts.LocalGateway;

/// <summary>A process of a function.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Function">The function's short name, as in <c>ListCards</c>.</param>
/// <param name="IsWaiting">Whether it waits, frozen, for the next event.</param>
public sealed record FunctionInstanceInfo(int Pid, string Function, bool IsWaiting);
