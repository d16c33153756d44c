namespace Vts.Server.Audit;

/// <summary>Where this machine keeps the audit record. Configuration section <c>Audit</c>.</summary>
internal sealed class AuditOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Audit";

    /// <summary>The file; null or empty leaves the record in the log, under its own category.</summary>
    public string? File { get; set; }

    /// <summary>The size at which a file is followed by a new one, in bytes. 64 KiB to 1 TiB, default 100 MiB.</summary>
    public long MaxBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>How many files are kept, the one being written included. 1 to 1000, default 10.</summary>
    public int Files { get; set; } = 10;
}
