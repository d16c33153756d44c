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
            .. Fault(nameof(options.RequestsPerSecond), options.RequestsPerSecond, LimitOptions.MostRequestsPerSecond),
            .. Fault(nameof(options.Burst), options.Burst, LimitOptions.MostBurst),
            .. Fault(nameof(options.Concurrency), options.Concurrency, LimitOptions.MostConcurrency),
            .. Fault(nameof(options.FailedAuthenticationsPerMinute), options.FailedAuthenticationsPerMinute, 1_000_000),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static string[] Fault(string setting, int value, int most) =>
        value >= 1 && value <= most ? [] : [$"{LimitOptions.Section}:{setting} must be between 1 and {most}"];
}
