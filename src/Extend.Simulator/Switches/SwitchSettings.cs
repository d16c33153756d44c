namespace Extend.Simulator.Switches;

/// <summary>One answer to each question that nobody outside Extend can answer. See <see cref="SwitchTable"/> for the choices.</summary>
internal sealed record SwitchSettings
{
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(10);

    public TokenForm TokenForm { get; init; }

    public RefreshRotation RefreshRotation { get; init; }

    public int BadCredentials { get; init; } = StatusCodes.Status401Unauthorized;

    public int MalformedId { get; init; } = StatusCodes.Status404NotFound;

    public bool CountOverMaximumRefused { get; init; }

    public int DefaultCardCount { get; init; } = 25;

    public bool PagePastEndRepeats { get; init; }

    public bool CardFiltersIgnored { get; init; }

    public bool NullMembers { get; init; }

    /// <summary>Whether cards and users have the members seen in answers of 2023 to 2026 and not before.</summary>
    public bool LaterMembers { get; init; }

    /// <summary>Requests a minute for each company; null is no limit.</summary>
    public int? RateLimit { get; init; }

    public bool RetryAfter { get; init; } = true;

    public bool RefundsPositive { get; init; }

    public int FirstCardPage { get; init; }

    public bool ReportPendingOnly { get; init; }

    public bool ReportUnknownRefused { get; init; }

    public int ReportPerPage { get; init; } = 25;

    public bool ReportByClearing { get; init; }

    public bool NoPerCardOnCurrentDoor { get; init; }

    public bool CursorInclusive { get; init; }

    public bool OlderVersionsAccepted { get; init; }

    public bool UserUnderEnvelope { get; init; }

    /// <summary>How far Extend's clock, by which tokens are issued and end, is ahead of this machine's.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Time that passes before every answer.</summary>
    public TimeSpan Latency { get; init; }
}
