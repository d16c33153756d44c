namespace Vts.Infrastructure.Functions;

/// <summary>What the build has left for the deployment to take.</summary>
internal static class BuiltFunctions
{
    /// <summary>What is missing in the folder, one sentence each.</summary>
    public static IEnumerable<string> Missing(string folder) =>
        from name in FunctionNames.All
        let bootstrap = Path.Combine(folder, name, "bootstrap")
        where !File.Exists(bootstrap)
        select $"{bootstrap} is missing. Build the functions with deploy/build.sh.";
}
