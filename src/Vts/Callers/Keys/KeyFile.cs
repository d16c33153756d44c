namespace Vts.Callers.Keys;

/// <summary>The file of keys.</summary>
/// <param name="Version">The form of the file; 1 is what this code knows.</param>
/// <param name="Keys">The keys, in the order of their making.</param>
public sealed record KeyFile(int Version, IReadOnlyList<KeyRecord> Keys)
{
    /// <summary>The form of the file that this code writes.</summary>
    public const int CurrentVersion = 1;
}
