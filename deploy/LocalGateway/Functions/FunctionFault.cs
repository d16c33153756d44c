using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Functions;

/// <summary>Why a function gave no answer, in Lambda's words.</summary>
/// <param name="Type">As in <c>Runtime.ExitError</c>.</param>
/// <param name="Payload">What Lambda tells the caller, JSON.</param>
internal sealed record FunctionFault(string Type, ReadOnlyMemory<byte> Payload)
{
    public static FunctionFault Of(string type, string message) => new(
        type,
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["errorType"] = type, ["errorMessage"] = message }));

    public static FunctionFault TimedOut(TimeSpan limit) =>
        Of("Sandbox.Timedout", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Task timed out after {limit.TotalSeconds:0.00} seconds"));

    public static FunctionFault OutOfMemory { get; } = Of("Runtime.OutOfMemory", "Error: Runtime exited with error: signal: killed");

    public static FunctionFault InitTimedOut(TimeSpan limit) =>
        Of("Sandbox.Timedout", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Init timed out after {limit.TotalSeconds:0.00} seconds"));

    public static FunctionFault Exited(int exitCode) => Of(
        "Runtime.ExitError",
        exitCode > 128 ? $"Error: Runtime exited with error: signal {exitCode - 128}" : $"Error: Runtime exited with error: exit status {exitCode}");
}
