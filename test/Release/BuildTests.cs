using System.Security.Cryptography;

namespace Vts.Release.Tests;

public sealed class BuildTests
{
    [Fact]
    public void The_checksums_are_those_of_all_other_files()
    {
        var expected = Directory.GetFiles(Packed.Folder).Where(path => !path.EndsWith("/SHA256SUMS", StringComparison.Ordinal)).Select(Line).Order(StringComparer.Ordinal);

        Assert.Equal(expected, File.ReadLines(Path.Combine(Packed.Folder, "SHA256SUMS")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_programs_packed_again_are_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("vts-release-").FullName;
        var arches = Directory.GetFiles(Packed.Folder, "*.tar.gz").Select(path => Packed.Architecture(Path.GetFileName(path)[..^".tar.gz".Length])).Distinct();
        var run = await Script.RunAsync("release/build.sh", ["--output", again, .. arches.SelectMany(arch => (string[])["--arch", arch])]);

        Assert.True(run.Status == 0, run.Output);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Packed.Folder, "SHA256SUMS")), await File.ReadAllTextAsync(Path.Combine(again, "SHA256SUMS")));
        Directory.Delete(again, recursive: true);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--arch", "mips")]
    [InlineData("--arch")]
    [InlineData("--arch", "x64", "--function", "DeleteCard")]
    public async Task A_wrong_option_is_refused_and_the_release_before_it_stays(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("vts-release-").FullName;
        var earlier = Path.Combine(folder, "SHA256SUMS");
        await File.WriteAllTextAsync(earlier, "earlier");

        var run = await Script.RunAsync("release/build.sh", ["--output", folder, .. arguments]);

        Assert.NotEqual(0, run.Status);
        Assert.Equal("earlier", await File.ReadAllTextAsync(earlier));
        Directory.Delete(folder, recursive: true);
    }

    private static string Line(string path) => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  {Path.GetFileName(path)}";
}
