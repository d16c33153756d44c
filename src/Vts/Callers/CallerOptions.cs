namespace Vts.Callers;

/// <summary>One known token and whom it stands for. Configuration <c>Callers:{n}</c>.</summary>
public sealed class CallerOptions : RightsOptions
{
    /// <summary>A name for logs and messages.</summary>
    public string? Name { get; set; }

    /// <summary>SHA-256 of the token's UTF-8 bytes, 64 hexadecimal digits. The token itself is never configured.</summary>
    public string? TokenSha256 { get; set; }
}
