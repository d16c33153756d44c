using Vts.Infrastructure.Functions;

namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>A folder as the build leaves it, with stand-ins for the functions.</summary>
internal static class FunctionFolder
{
    /// <summary>Writes the stand-ins; one of them as if its function had changed.</summary>
    public static void Write(string folder, string? changed = null)
    {
        foreach (var name in FunctionNames.All)
        {
            var bootstrap = Path.Combine(folder, name, "bootstrap");
            Directory.CreateDirectory(Path.GetDirectoryName(bootstrap)!);
            File.WriteAllText(bootstrap, $"{name}{(name == changed ? ", changed" : "")}\n");
        }
    }
}
