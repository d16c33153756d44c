namespace Vts.Callers.Keys;

/// <summary>Lets one process at a time change a file. The lock is a file beside it, which stays.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock; dispose to release it.</summary>
    /// <exception cref="IOException">Another process has held it all the while.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", Exclusive());
            }
            catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException) && time.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    // Whoever may open it may hold it, and keep a key from being revoked.
    private static FileStreamOptions Exclusive()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
