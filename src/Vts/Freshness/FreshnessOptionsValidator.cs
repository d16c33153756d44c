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
            .. Fault(nameof(options.MaxBytes), options.MaxBytes is >= 0 and <= MostBytes, $"0 and {MostBytes}"),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static string[] Fault(string setting, TimeSpan value, TimeSpan most) =>
        Fault(setting, value >= TimeSpan.Zero && value <= most, $"{TimeSpan.Zero:c} and {most:c}; 5 s are 00:00:05");

    private static string[] Fault(string setting, bool isFine, string range) =>
        isFine ? [] : [$"{FreshnessOptions.Section}:{setting} must be between {range}"];
}
