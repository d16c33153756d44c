namespace Vts.Callers.Keys;

/// <summary>Replaces a file so that a reader, or a crash, meets the old one or the new one and nothing between.</summary>
internal static class AtomicFile
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file beside it, to the disk, and renames it into its place. It keeps its owner and group;
    /// only the owner may read it, and the group where it might before.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(temporary, Options(target)))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            if (File.Exists(target))
            {
                FileOwner.Copy(target, temporary);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions Options(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            var former = File.Exists(target) ? File.GetUnixFileMode(target) : Private;
            options.UnixCreateMode = Private | (former & UnixFileMode.GroupRead);
        }

        return options;
    }
}
