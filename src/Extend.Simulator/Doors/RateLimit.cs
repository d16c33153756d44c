using System.Collections.Concurrent;
using Extend.Simulator.Http;

namespace Extend.Simulator.Doors;

/// <summary>Counts a company's requests in windows of one minute, the first of which opens with its first request.</summary>
internal sealed class RateLimit(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    public Answer Answer(Call call, Operation operation)
    {
        if (call.Switches.RateLimit is not { } limit)
        {
            return operation(call);
        }

        var now = clock.GetUtcNow();
        var window = _windows.AddOrUpdate(
            call.Caller!.Tenant.Name,
            static (_, now) => new Window(now, 1),
            static (_, window, now) => now - window.From < Length ? window with { Used = window.Used + 1 } : new Window(now, 1),
            now);
        if (window.Used <= limit)
        {
            return operation(call).With("x-rate-limit-remaining", $"{limit - window.Used}");
        }

        var refusal = Http.Answer.Error(StatusCodes.Status429TooManyRequests, "Too many requests").With("x-rate-limit-remaining", "0");
        return call.Switches.RetryAfter
            ? refusal.With("Retry-After", $"{Math.Ceiling((window.From + Length - now).TotalSeconds)}")
            : refusal;
    }

    private sealed record Window(DateTimeOffset From, int Used);
}
