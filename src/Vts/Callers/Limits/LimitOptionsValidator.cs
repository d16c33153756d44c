using Microsoft.Extensions.Options;

namespace Vts.Callers.Limits;

/// <summary>Checks every setting of <see cref="LimitOptions"/> and reports all faults at once.</summary>
public sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults =
        [
            .. Fault(nameof(options.RequestsPerSecond), options.RequestsPerSecond, 100_000),
            .. Fault(nameof(options.Burst), options.Burst, 1_000_000),
            .. Fault(nameof(options.Concurrency), options.Concurrency, 100_000),
            .. Fault(nameof(options.FailedAuthenticationsPerMinute), options.FailedAuthenticationsPerMinute, 1_000_000),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static string[] Fault(string setting, int value, int most) =>
        value >= 1 && value <= most ? [] : [$"{LimitOptions.Section}:{setting} must be between 1 and {most}"];
}
