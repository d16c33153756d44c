namespace Extend.Simulator.Switches;

/// <summary>What becomes of a refresh token that has been used.</summary>
internal enum RefreshRotation
{
    /// <summary>A new one comes with each renewal; the old one dies.</summary>
    Rotate,

    /// <summary>It stays valid and comes back unchanged.</summary>
    Reusable,

    /// <summary>Every renewal is refused with 401.</summary>
    Refused,
}
