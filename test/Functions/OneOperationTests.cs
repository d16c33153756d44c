using System.Diagnostics;
using System.Security.Cryptography;
using Vts.Testing;

namespace Vts.Functions.Tests;

/// <summary>A change to one operation changes that operation's function and no other.</summary>
public sealed class OneOperationTests : IDisposable
{
    private readonly string _copy = Directory.CreateTempSubdirectory("vts-one-operation-").FullName;

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    [Fact]
    public async Task Editing_an_operation_leaves_the_zip_of_another_as_it_was_byte_for_byte()
    {
        await CopyAsync();
        var operation = Path.Combine(_copy, "src/Vts/Operations/GetCard.cs");
        var source = await File.ReadAllTextAsync(operation);
        var edited = source.Replace(": new CardNotFound();", ": throw new InvalidOperationException(\"edited\");", StringComparison.Ordinal);
        Assert.NotEqual(source, edited);
        await File.WriteAllTextAsync(operation, edited);

        foreach (var arch in Environment.GetEnvironmentVariable("VTS_LONG") == "1" ? ["x64", "arm64"] : new[] { "x64" })
        {
            var before = arch == "x64" ? Published.Folder : Path.Combine(Repository.Root, "artifacts/functions", arch);
            await RunAsync("deploy/build.sh", "--arch", arch, "GetCard", "ListCards");

            var after = Path.Combine(_copy, "artifacts/functions", arch);
            Assert.Equal(Hash(before, "ListCards"), Hash(after, "ListCards"));
            Assert.NotEqual(Hash(before, "GetCard"), Hash(after, "GetCard"));
        }
    }

    private static string Hash(string folder, string function) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, function + ".zip"))));

    private async Task CopyAsync()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var files = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file))))
        {
            var target = Path.Combine(_copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, file), target);
        }
    }

    private async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", command) { UseShellExecute = false, WorkingDirectory = _copy, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}
