namespace Vts.Callers.Keys;

/// <summary>The states' names as people read them.</summary>
public static class KeyStates
{
    /// <summary>The state's name.</summary>
    public static string Name(KeyState state) => state switch
    {
        KeyState.Live => "live",
        KeyState.NotYetValid => "not yet valid",
        KeyState.Expired => "expired",
        _ => "revoked",
    };
}
