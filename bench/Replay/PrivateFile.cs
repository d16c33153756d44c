namespace Vts.Bench.Replay;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The file's text without the end of its line; a file that others may read is refused.</summary>
    public static string Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ReplayException($"There is no file {path}.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new ReplayException($"{path} can be read by others: chmod 600 it.");
        }

        return File.ReadAllText(path).TrimEnd('\r', '\n');
    }

    /// <summary>Makes the file, or empties it, with mode 0600.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
