using Extend;

namespace Vts.Errors;

/// <summary>Which problem each fault of Extend is to a caller.</summary>
public static class ExtendProblems
{
    /// <summary>The problem, with the waiting time that Extend told, or that this service reckoned where it did not ask.</summary>
    public static Problem Of(ExtendException failure)
    {
        var problem = Of(failure.Fault);
        return (problem.RetryAfterSeconds is not null || failure.IsRefusal) && failure.RetryAfter is { } wait
            ? problem with { RetryAfterSeconds = (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, 86_400) }
            : problem;
    }

    /// <summary>The problem's row.</summary>
    public static Problem Of(ExtendFault fault) => fault switch
    {
        ExtendFault.Unreachable => Problems.ExtendUnreachable,
        ExtendFault.TimedOut => Problems.ExtendTimeout,
        ExtendFault.Throttled => Problems.ExtendThrottled,
        ExtendFault.Busy => Problems.ExtendBusy,
        ExtendFault.Unavailable => Problems.ExtendUnavailable,
        ExtendFault.CredentialRefused => Problems.ExtendCredentialRefused,
        ExtendFault.SignInRefused => Problems.ExtendSignInRefused,
        ExtendFault.SignInNeedsCode => Problems.ExtendSignInCodeAsked,
        ExtendFault.SignInChallenged => Problems.ExtendSignInChallenged,
        ExtendFault.SignInForbidden => Problems.ExtendSignInForbidden,
        ExtendFault.AccountLocked => Problems.ExtendAccountLocked,
        ExtendFault.SignInVersionRefused => Problems.ExtendSignInVersionRefused,
        ExtendFault.SignInsSpent => Problems.ExtendSignInsSpent,
        ExtendFault.Forbidden => Problems.ExtendForbade,
        ExtendFault.WebPage => Problems.ExtendWebPage,
        ExtendFault.VersionRefused => Problems.ExtendVersionRefused,
        ExtendFault.ServerError => Problems.ExtendFailed,
        ExtendFault.Redirected => Problems.ExtendRedirected,
        ExtendFault.AnswerTooLarge => Problems.ExtendAnswerTooLarge,
        ExtendFault.AnswerUnreadable => Problems.ExtendAnswerUnreadable,
        ExtendFault.ErrorInAnswer => Problems.ExtendAnswerError,
        ExtendFault.AnswerInconsistent => Problems.ExtendAnswerInconsistent,
        ExtendFault.UnexpectedStatus => Problems.ExtendUnexpectedStatus,
        _ => Problems.InternalError,
    };
}
