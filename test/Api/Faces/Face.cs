namespace Vts.Api.Tests.Faces;

/// <summary>The face this run of the suite tests: in process, or the binary that <c>VTS_SERVER_BINARY</c> names.</summary>
public static class Face
{
    public static IFace Current { get; } = Environment.GetEnvironmentVariable("VTS_SERVER_BINARY") is { Length: > 0 }
        ? new BinaryFace()
        : new InProcessFace();
}
