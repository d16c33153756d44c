namespace Vts.Freshness;

/// <summary>How an answer was come by. An answer of several parts is the last of these that any part is.</summary>
public enum Origin
{
    /// <summary>It was kept, and as fresh as the caller wants it. Extend was not asked.</summary>
    Hit,

    /// <summary>Nothing was kept: Extend was asked.</summary>
    Miss,

    /// <summary>What was kept was no longer fresh: Extend was asked.</summary>
    Outdated,

    /// <summary>What was kept was fresh, but not enough for this caller: Extend was asked.</summary>
    Requested,

    /// <summary>Extend was asked and failed, and the caller accepts what was kept.</summary>
    Stale,
}
