using System.ComponentModel.DataAnnotations;

namespace Extend.Sessions;

/// <summary>How sessions of the older door are kept and renewed. Configuration section <c>Sessions</c>.</summary>
public sealed class SessionOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Sessions";

    /// <summary>How long a refresh token is kept. 1 minute to 30 days, default 24 h.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long one process may take to renew a session before another may; also the longest that a process that died while
    /// renewing costs the others. 1 s to 1 min, default 10 s.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A session that nobody used for this long is not renewed ahead of time. 1 minute to 1 day, default 30 min.</summary>
    public TimeSpan UsedWithin { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many sign-ins with a password one account may make in an hour, all processes together. 1 to 60, default 6.</summary>
    [Range(1, 60, ErrorMessage = "must be between 1 and 60")]
    public int SignInsPerHour { get; set; } = 6;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => DurationSetting.Faults(
        new(nameof(KeepFor), KeepFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
        new(nameof(Lease), Lease, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
        new(nameof(UsedWithin), UsedWithin, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)));
}
