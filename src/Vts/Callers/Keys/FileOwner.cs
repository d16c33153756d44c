using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Vts.Callers.Keys;

/// <summary>The user and the group that a file belongs to. .NET does not tell them, and Linux does.</summary>
internal static partial class FileOwner
{
    private const int CurrentFolder = -100;
    private const uint UserAndGroup = 0x18;
    private const int UserAt = 20;
    private const int GroupAt = 24;
    private const int StatLength = 256;

    /// <summary>Gives a new file the owner of another.</summary>
    /// <exception cref="IOException">This user may not; the file stays its own.</exception>
    public static void Copy(string from, string to)
    {
        if (OperatingSystem.IsLinux() && Of(from) is var former && former != Of(to) && ChangeOwner(to, former.User, former.Group) != 0)
        {
            throw new IOException(
                $"it belongs to user {former.User} and group {former.Group}, who could not read what this user writes: run the command as that user");
        }
    }

    private static (uint User, uint Group) Of(string path)
    {
        var stat = new byte[StatLength];
        return Stat(CurrentFolder, path, 0, UserAndGroup, stat) == 0
            ? (BinaryPrimitives.ReadUInt32LittleEndian(stat.AsSpan(UserAt)), BinaryPrimitives.ReadUInt32LittleEndian(stat.AsSpan(GroupAt)))
            : throw new IOException($"its owner could not be found: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int folder, string path, int flags, uint mask, byte[] stat);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
