namespace Vts.LocalGateway;

/// <summary>The form of the events that functions are given, and of the answers they give.</summary>
public enum PayloadVersion
{
    /// <summary>That of a REST API, payload 1.0.</summary>
    One,

    /// <summary>That of an HTTP API and of a function URL, payload 2.0.</summary>
    Two,
}
