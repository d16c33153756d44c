namespace Vts.Api.Tests.Faces;

/// <summary>
/// The face this run of the suite tests: the functions in the folder that <c>VTS_FUNCTIONS</c> names, the binary that
/// <c>VTS_SERVER_BINARY</c> names, or the server in process.
/// </summary>
public static class Face
{
    public static IFace Current { get; } =
        Environment.GetEnvironmentVariable("VTS_FUNCTIONS") is { Length: > 0 } functions ? new GatewayFace(functions)
        : Environment.GetEnvironmentVariable("VTS_SERVER_BINARY") is { Length: > 0 } ? new BinaryFace()
        : new InProcessFace();
}
