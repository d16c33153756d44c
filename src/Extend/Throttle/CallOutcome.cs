using Extend.Connections;

namespace Extend.Throttle;

/// <summary>What the throttle learns from a call.</summary>
/// <param name="Fault">What went wrong, if anything.</param>
/// <param name="RetryAfter">How long Extend asked to wait, if it did.</param>
/// <param name="Remaining">How many calls Extend says it will still take for now, if it does.</param>
internal sealed record CallOutcome(ExtendFault? Fault = null, TimeSpan? RetryAfter = null, int? Remaining = null)
{
    /// <summary>Whether it means that Extend is ill, rather than that this read is wrong or too early.</summary>
    public bool IsIll => Fault is ExtendFault.Unreachable or ExtendFault.TimedOut or ExtendFault.ServerError or ExtendFault.Unavailable;

    public static CallOutcome Of(Answer answer) =>
        answer.IsSuccess ? new(Remaining: answer.RateLimitRemaining) : Of(answer.Fault()) with { Remaining = answer.RateLimitRemaining };

    public static CallOutcome Of(ExtendException failure) => new(failure.Fault, failure.RetryAfter);
}
