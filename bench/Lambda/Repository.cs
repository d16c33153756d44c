namespace Vts.Bench.Lambda;

/// <summary>Where things are in the repository that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The published function.</summary>
    public static string Function => In("artifacts/functions/x64/ListCards/bootstrap");

    /// <summary>The authorities that a function trusts.</summary>
    public static string Roots => In("src/Functions/roots.pem");

    public static string In(string path) => Path.Combine(Root, path);

    private static string Find(string? folder) => folder is null
        ? throw new BenchException("This program runs only inside the repository it was built in")
        : File.Exists(Path.Combine(folder, "Vts.slnx")) ? folder : Find(Path.GetDirectoryName(folder));
}
