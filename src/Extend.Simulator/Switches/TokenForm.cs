namespace Extend.Simulator.Switches;

/// <summary>What an access token looks like.</summary>
internal enum TokenForm
{
    /// <summary>A signed JSON Web Token that tells its own expiry.</summary>
    Jwt,

    /// <summary>Text that tells nothing.</summary>
    Opaque,
}
