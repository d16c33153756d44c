namespace Vts.Server.Hosting;

/// <summary>Whose word is taken for who asked. Configuration section <c>Proxies</c>, a list.</summary>
internal sealed class ProxyOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Proxies";

    /// <summary>Addresses (<c>10.1.2.3</c>) and networks (<c>10.0.0.0/8</c>) of proxies. Empty: no forwarded header is read.</summary>
    public IList<string> Known { get; } = [];
}
