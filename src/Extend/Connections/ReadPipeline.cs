using Extend.Throttle;
using Polly;
using Polly.Retry;

namespace Extend.Connections;

/// <summary>How a read is bounded in time, and when it is tried again.</summary>
internal static class ReadPipeline
{
    // A longer wait is the caller's to take: it is told, not sat through.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline Build(ExtendOptions options, RetryBudget retries, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        builder.AddTimeout(options.ReadTimeout);
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => new(attempt.AttemptNumber < options.Retries
                    && attempt.Outcome.Exception is ExtendException failure && IsWorthAnother(failure) && retries.TryTake()),
                DelayGenerator = static attempt => new((attempt.Outcome.Exception as ExtendException)?.RetryAfter),
            });
        }

        return builder.Build();
    }

    private static bool IsWorthAnother(ExtendException failure) =>
        failure.Fault is ExtendFault.Unreachable or ExtendFault.TimedOut or ExtendFault.Throttled or ExtendFault.Unavailable
            or ExtendFault.ServerError or ExtendFault.AnswerUnreadable
        && !failure.IsRefusal && !(failure.RetryAfter > LongestWait);
}
