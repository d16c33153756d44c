namespace Vts.LocalGateway.StandIns;

/// <summary>Acts a stand-in's mood out on a request.</summary>
internal static class Moods
{
    /// <summary>True if the mood has answered the request; false if it is to be answered.</summary>
    public static async Task<bool> RefuseAsync(HttpContext context, StandInMood mood, TimeSpan latency, TimeProvider time, string throttled)
    {
        switch (mood)
        {
            case StandInMood.Denied:
                await ServiceFault.WriteAsync(context, 400, "AccessDeniedException", "User is not authorized to perform this action");
                return true;
            case StandInMood.Throttled:
                await ServiceFault.WriteAsync(context, 400, throttled, "Rate exceeded");
                return true;
            case StandInMood.Hanging:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            case StandInMood.Slow:
                await Task.Delay(latency, time, context.RequestAborted);
                return false;
            default:
                return false;
        }
    }
}
