namespace Vts.Bench.Lambda;

/// <summary>The certificate authorities that a function trusts: a bundle, and in it the throw-away one.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Path">The PEM file.</param>
internal sealed record TrustStore(string Name, string Path)
{
    public const string OwnRoots = "own roots";
    public const string SystemBundle = "system bundle";

    private const string SystemPath = "/etc/ssl/certs/ca-certificates.crt";

    /// <summary>Writes both: the roots that the functions bring along, and those that the system has.</summary>
    public static TrustStore[] Write(string folder, string authority) =>
    [
        Write(OwnRoots, System.IO.Path.Combine(folder, "own.pem"), Repository.Roots, authority),
        Write(SystemBundle, System.IO.Path.Combine(folder, "system.pem"), SystemPath, authority),
    ];

    private static TrustStore Write(string name, string path, string bundle, string authority)
    {
        File.WriteAllText(path, $"{File.ReadAllText(bundle)}\n{authority}\n");
        return new TrustStore(name, path);
    }
}
