namespace Vts.Callers.Keys;

/// <summary>How a process stands to the key store.</summary>
public enum KeyRingState
{
    /// <summary>It was read when it was last asked.</summary>
    Ready,

    /// <summary>It could not be read, or holds what is not right; the last good reading is in force.</summary>
    Stale,

    /// <summary>It has never been read.</summary>
    Away,
}
