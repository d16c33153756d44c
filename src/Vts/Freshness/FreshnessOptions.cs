namespace Vts.Freshness;

/// <summary>How long Extend's answers are kept in this process, and how many of them. Configuration section <c>Freshness</c>.</summary>
public sealed class FreshnessOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Freshness";

    /// <summary>How long cards are fresh. 0 to 1 h, default 5 s; 0 keeps none.</summary>
    public TimeSpan Cards { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long transactions are fresh. 0 to 1 h, default 5 s; 0 keeps none.</summary>
    public TimeSpan Transactions { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long beyond that an answer is kept for callers who accept a stale one when Extend fails. 0 to 24 h, default 1 h.</summary>
    public TimeSpan KeepStaleFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The most memory that what is kept may take, by estimate, in bytes. 0 to 64 GiB, default 64 MiB; 0 keeps nothing.</summary>
    public long MaxBytes { get; set; } = 64 * 1024 * 1024;
}
