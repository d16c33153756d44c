using System.Globalization;

namespace Extend.Simulator.Switches;

/// <summary>All switches.</summary>
internal static class SwitchTable
{
    public static IReadOnlyList<Switch> All { get; } =
    [
        Number("tokenLife", "600 | seconds", "Life of an access token", 1, int.MaxValue,
            s => (int)s.TokenLife.TotalSeconds, (s, v) => s with { TokenLife = TimeSpan.FromSeconds(v) }),
        Choice("tokenForm", "Form of an access token", ("jwt", TokenForm.Jwt), ("opaque", TokenForm.Opaque),
            s => s.TokenForm, (s, v) => s with { TokenForm = v }),
        new("refreshRotation", "rotate | reusable | refused", "What becomes of a used refresh token",
            s => s.RefreshRotation switch { RefreshRotation.Reusable => "reusable", RefreshRotation.Refused => "refused", _ => "rotate" },
            (s, v) => v switch
            {
                "rotate" => s with { RefreshRotation = RefreshRotation.Rotate },
                "reusable" => s with { RefreshRotation = RefreshRotation.Reusable },
                "refused" => s with { RefreshRotation = RefreshRotation.Refused },
                _ => null,
            }),
        OneOf("badCredentials", "Status of a sign-in with a wrong email or password", [401, 400, 403, 422],
            s => s.BadCredentials, (s, v) => s with { BadCredentials = v }),
        OneOf("malformedId", "Status when an id has not the form of one", [404, 400, 422],
            s => s.MalformedId, (s, v) => s with { MalformedId = v }),
        Choice("countOverMaximum", "A page larger than the largest", ("clamp", false), ("422", true),
            s => s.CountOverMaximumRefused, (s, v) => s with { CountOverMaximumRefused = v }),
        OneOf("defaultCardCount", "Items on a page when none are asked for", [25, 10, 50],
            s => s.DefaultCardCount, (s, v) => s with { DefaultCardCount = v }),
        Choice("pagePastEnd", "A page of cards past the last", ("empty", false), ("repeat", true),
            s => s.PagePastEndRepeats, (s, v) => s with { PagePastEndRepeats = v }),
        Choice("cardFilters", "Filters of the list of cards", ("applied", false), ("ignored", true),
            s => s.CardFiltersIgnored, (s, v) => s with { CardFiltersIgnored = v }),
        Choice("absentMembers", "Members without a value", ("omitted", false), ("null", true),
            s => s.NullMembers, (s, v) => s with { NullMembers = v }),
        Choice("laterMembers", "Members of cards and users that came after 2023", ("omitted", false), ("sent", true),
            s => s.LaterMembers, (s, v) => s with { LaterMembers = v }),
        new("rateLimit", "off | requests a minute", "How often a company may ask; alone, the simulator starts with 500",
            s => s.RateLimit?.ToString(CultureInfo.InvariantCulture) ?? "off",
            (s, v) => v is "off" or "0" ? s with { RateLimit = null } : Whole(v, 1, int.MaxValue) is { } limit ? s with { RateLimit = limit } : null),
        Choice("retryAfter", "Retry-After on a 429", ("yes", true), ("no", false),
            s => s.RetryAfter, (s, v) => s with { RetryAfter = v }),
        Choice("refundSign", "Sign of the amounts of a CREDIT", ("negative", false), ("positive", true),
            s => s.RefundsPositive, (s, v) => s with { RefundsPositive = v }),
        OneOf("firstCardPage", "Number of the first page of cards", [0, 1],
            s => s.FirstCardPage, (s, v) => s with { FirstCardPage = v }),
        Choice("reportDefaultStatus", "Statuses of a report that names none", ("all", false), ("pending", true),
            s => s.ReportPendingOnly, (s, v) => s with { ReportPendingOnly = v }),
        Choice("reportUnknownParameters", "A parameter that the report does not know", ("ignored", false), ("400", true),
            s => s.ReportUnknownRefused, (s, v) => s with { ReportUnknownRefused = v }),
        OneOf("reportPerPageDefault", "Items on a page of a report when none are asked for", [25, 50],
            s => s.ReportPerPage, (s, v) => s with { ReportPerPage = v }),
        Choice("reportDate", "The moment that a report sorts and limits by", ("authedAt", false), ("clearedAt", true),
            s => s.ReportByClearing, (s, v) => s with { ReportByClearing = v }),
        Choice("perCardOnCurrentDoor", "A card's transactions with an API key", ("200", false), ("404", true),
            s => s.NoPerCardOnCurrentDoor, (s, v) => s with { NoPerCardOnCurrentDoor = v }),
        Choice("cursor", "Whether before and after take in their own moment", ("exclusive", false), ("inclusive", true),
            s => s.CursorInclusive, (s, v) => s with { CursorInclusive = v }),
        Choice("olderVersions", "API versions v2020-01-17 and v2020-07-08", ("refused", false), ("accepted", true),
            s => s.OlderVersionsAccepted, (s, v) => s with { OlderVersionsAccepted = v }),
        Choice("userEnvelope", "What GET /users/me answers", ("bare", false), ("user", true),
            s => s.UserUnderEnvelope, (s, v) => s with { UserUnderEnvelope = v }),
        Number("clockSkew", "0 | seconds", "How far Extend's clock is ahead of this machine's; negative is behind", -86_400, 86_400,
            s => (int)s.ClockSkew.TotalSeconds, (s, v) => s with { ClockSkew = TimeSpan.FromSeconds(v) }),
        Number("latency", "0 | milliseconds", "Time before every answer", 0, 600_000,
            s => (int)s.Latency.TotalMilliseconds, (s, v) => s with { Latency = TimeSpan.FromMilliseconds(v) }),
    ];

    public static Switch? Find(string name) => All.FirstOrDefault(item => item.Name == name);

    /// <summary>The settings that a simulator starts with.</summary>
    /// <exception cref="SimulatorOptionsException">The options name a switch or a value that does not exist.</exception>
    public static SwitchSettings Initial(SimulatorOptions options)
    {
        var settings = new SwitchSettings { RateLimit = options.RateLimitPerMinute is > 0 ? options.RateLimitPerMinute : null };
        foreach (var (name, value) in options.Switches)
        {
            var found = Find(name) ?? throw new SimulatorOptionsException($"There is no switch '{name}'. There are: {string.Join(", ", All.Select(item => item.Name))}.");
            settings = found.Set(settings, value)
                ?? throw new SimulatorOptionsException($"Switch '{name}' takes {found.Values}, not '{value}'.");
        }

        return settings;
    }

    private static Switch Choice<T>(
        string name, string meaning, (string Name, T Value) usual, (string Name, T Value) other,
        Func<SwitchSettings, T> read, Func<SwitchSettings, T, SwitchSettings> set) => new(
        name,
        $"{usual.Name} | {other.Name}",
        meaning,
        settings => EqualityComparer<T>.Default.Equals(read(settings), usual.Value) ? usual.Name : other.Name,
        (settings, value) => value == usual.Name ? set(settings, usual.Value) : value == other.Name ? set(settings, other.Value) : null);

    private static Switch OneOf(
        string name, string meaning, int[] values, Func<SwitchSettings, int> read, Func<SwitchSettings, int, SwitchSettings> set) => new(
        name,
        string.Join(" | ", values),
        meaning,
        settings => read(settings).ToString(CultureInfo.InvariantCulture),
        (settings, value) => Whole(value, 0, 999) is { } number && values.Contains(number) ? set(settings, number) : null);

    private static Switch Number(
        string name, string values, string meaning, int least, int most,
        Func<SwitchSettings, int> read, Func<SwitchSettings, int, SwitchSettings> set) => new(
        name,
        values,
        meaning,
        settings => read(settings).ToString(CultureInfo.InvariantCulture),
        (settings, value) => Whole(value, least, most) is { } number ? set(settings, number) : null);

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
