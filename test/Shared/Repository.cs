namespace Vts.Testing;

/// <summary>The committed files that tests compare with.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>
    /// The committed text that must equal what the code says now. With <c>VTS_UPDATE=1</c> it is written instead, for a
    /// change that is meant to change it.
    /// </summary>
    public static string Expected(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("VTS_UPDATE") == "1")
        {
            File.WriteAllText(Path.Combine(Root, path), actual);
        }

        return Read(path);
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Vts.slnx"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}
