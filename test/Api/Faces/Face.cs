namespace Vts.Api.Tests.Faces;

/// <summary>
/// The face this run of the suite tests: the functions in the folder that <c>VTS_FUNCTIONS</c> names, the binary that
/// <c>VTS_SERVER_BINARY</c> names, or the server in process.
/// </summary>
public static class Face
{
    public const string ServerReason = "Health, docs and /swagger.yaml are the server's only.";
    public const string MemoryReason = "Each operation is a process of its own there, with a memory and a throttle of its own.";
    public const string SocketReason = "What is below HTTP meets the gateway, and never the functions.";
    public const string SlashReason = "The gateway refuses a method before it looks at the slash at the end.";

    public static bool IsGateway => Current is GatewayFace;

    public static IFace Current { get; } =
        Environment.GetEnvironmentVariable("VTS_FUNCTIONS") is { Length: > 0 } functions ? new GatewayFace(functions)
        : Environment.GetEnvironmentVariable("VTS_SERVER_BINARY") is { Length: > 0 } ? new BinaryFace()
        : new InProcessFace();
}
