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
            .. LimitFaults.Of(LimitOptions.Section, new CallerLimits(options.RequestsPerSecond, options.Burst, options.Concurrency)),
            .. LimitFaults.Of(LimitOptions.Section, nameof(options.FailedAuthenticationsPerMinute), options.FailedAuthenticationsPerMinute, 1_000_000),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
