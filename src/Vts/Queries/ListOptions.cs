namespace Vts.Queries;

/// <summary>Settings of lists. Configuration section <c>Lists</c>.</summary>
public sealed class ListOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Lists";

    /// <summary>
    /// The secret that cursors are sealed with: at least 32 bytes in base64, the same on every node. Where there is none, one is made of
    /// <c>Sessions:EncryptionKey</c>; without that too, one for the life of the process, whose cursors no other process reads.
    /// </summary>
    public string? CursorKey { get; set; }
}
