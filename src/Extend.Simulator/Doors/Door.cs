namespace Extend.Simulator.Doors;

/// <summary>Extend's two ways in.</summary>
internal enum Door
{
    /// <summary>API key and secret, HTTP Basic.</summary>
    Current,

    /// <summary>A token from sign-in, Bearer.</summary>
    Older,
}
