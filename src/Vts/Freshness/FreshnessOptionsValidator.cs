using Microsoft.Extensions.Options;

namespace Vts.Freshness;

/// <summary>Checks every setting of <see cref="FreshnessOptions"/> and reports all faults at once.</summary>
public sealed class FreshnessOptionsValidator : IValidateOptions<FreshnessOptions>
{
    private const long MostBytes = 64L * 1024 * 1024 * 1024;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FreshnessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults =
        [
            .. Fault(nameof(options.Cards), options.Cards, TimeSpan.FromHours(1)),
            .. Fault(nameof(options.Transactions), options.Transactions, TimeSpan.FromHours(1)),
            .. Fault(nameof(options.KeepStaleFor), options.KeepStaleFor, TimeSpan.FromHours(24)),
            .. options.MaxBytes is < 0 or > MostBytes ? [$"{FreshnessOptions.Section}:{nameof(options.MaxBytes)} must be between 0 and {MostBytes}"] : Array.Empty<string>(),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Fault(string setting, TimeSpan value, TimeSpan most)
    {
        if (value < TimeSpan.Zero || value > most)
        {
            yield return $"{FreshnessOptions.Section}:{setting} must be between 00:00:00 and {(most.Days > 0 ? "1.00:00:00" : most.ToString("c"))}; 5 s are 00:00:05";
        }
    }
}
