using System.ComponentModel.DataAnnotations;
using Extend.Accounts;

namespace Extend;

/// <summary>How Extend is reached, and the logins to reach it with. Configuration section <c>Extend</c>.</summary>
public sealed class ExtendOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Extend";

    /// <summary>Extend's address for every account that names none. Default: Extend's own, by the account's door.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The logins, each under a name of the operator's choice.</summary>
    public Dictionary<string, AccountOptions> Accounts { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many requests of one account may be under way at once in this process. 1 to 256, default 8.</summary>
    [Range(1, 256, ErrorMessage = "must be between 1 and 256")]
    public int Concurrency { get; set; } = 8;

    /// <summary>
    /// How many requests of one account may begin in any minute in this process; 0 for no limit of its own. 0 to 100,000.
    /// Default: 450, which leaves a tenth of the 500 that Extend is thought to take to others; none where Extend is on this machine.
    /// </summary>
    [Range(0, 100_000, ErrorMessage = "must be between 0 and 100000")]
    public int? RequestsPerMinute { get; set; }

    /// <summary>How long one call to Extend may take, from connecting to the last byte. 100 ms to 5 min, default 10 s.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one read may take, waiting and all tries together. 100 ms to 10 min, default 25 s.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the reads of one answer may take together that is told only when it is whole: a list as JSON, sums. 100 ms to 1 h, default 2 min.</summary>
    public TimeSpan ListTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a failed GET is tried again where that is safe. 0 to 5, default 2.</summary>
    [Range(0, 5, ErrorMessage = "must be between 0 and 5")]
    public int Retries { get; set; } = 2;

    /// <summary>The wait before the first retry; it doubles from there, with jitter. 1 ms to 10 s, default 200 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The largest answer that is read, in bytes after decompression. Default 16 MiB.</summary>
    [Range(1024, 256 * 1024 * 1024, ErrorMessage = "must be between 1024 and 268435456")]
    public int MaxAnswerBytes { get; set; } = 16 * 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var outOfRange in DurationSetting.Faults(
            new(nameof(CallTimeout), CallTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
            new(nameof(ReadTimeout), ReadTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10)),
            new(nameof(ListTimeout), ListTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            new(nameof(RetryDelay), RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10))))
        {
            yield return outOfRange;
        }

        if (BaseUrl is not null && BaseAddress.Fault(BaseUrl) is { } fault)
        {
            yield return new ValidationResult(fault, [nameof(BaseUrl)]);
        }

        foreach (var (name, account) in Accounts)
        {
            foreach (var (setting, trouble) in account.Faults())
            {
                yield return new ValidationResult(trouble, [$"{nameof(Accounts)}:{name}{setting}"]);
            }
        }
    }

    internal int RequestsPerMinuteAt(Uri address) => RequestsPerMinute ?? (address.IsLoopback ? 0 : 450);
}
