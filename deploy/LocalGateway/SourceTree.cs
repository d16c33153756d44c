namespace Vts.LocalGateway;

/// <summary>The repository that this program was built in.</summary>
internal static class SourceTree
{
    /// <summary>Its folder.</summary>
    /// <exception cref="LocalGatewayException">The program runs outside it.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) => folder is null
        ? throw new LocalGatewayException("The local gateway runs only inside the repository it was built in")
        : File.Exists(Path.Combine(folder, "deploy/LocalGateway/package.json")) ? folder : Find(Path.GetDirectoryName(folder));
}
