using System.Xml.Linq;
using Vts.Testing;

namespace Vts.Release.Tests;

/// <summary>The release under test: that in <c>artifacts/release</c>, as <c>release/build.sh</c> makes it for one architecture or both.</summary>
internal static class Packed
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts/release");

    public static string Version { get; } = (string)XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single()!;

    public static string[] Functions { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src/Functions")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>The names of the archives, without their ending.</summary>
    public static TheoryData<string> Archives { get; } =
        [.. Directory.GetFiles(Folder, "*.tar.gz").Select(path => Path.GetFileName(path)[..^".tar.gz".Length]).Order(StringComparer.Ordinal)];

    public static string Architecture(string archive) => archive[(archive.LastIndexOf('-') + 1)..];

    /// <summary>The projects that an archive's programs are made of.</summary>
    public static string[] Projects(string archive) => archive.StartsWith("vts-server-", StringComparison.Ordinal) ? ["Vts.Server"] : Functions;
}
