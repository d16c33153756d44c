namespace Vts.Bench.Replay.Tests;

/// <summary>A folder for the files of a test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vts-replay-test-").FullName;

    public string At(string name) => Path.Combine(_folder, name);

    public string Write(string name, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        File.WriteAllText(At(name), text);
        File.SetUnixFileMode(At(name), mode);
        return At(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
