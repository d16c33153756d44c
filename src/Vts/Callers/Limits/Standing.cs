using System.Runtime.InteropServices;
using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>How a request stands with a limit that a clock keeps.</summary>
/// <param name="MayGoOn">Whether it may go on.</param>
/// <param name="Left">How many more may follow at once.</param>
/// <param name="WaitSeconds">Whole seconds, at least 1, until there is more than that.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Standing(bool MayGoOn, int Left, int WaitSeconds)
{
    /// <summary>As one of our limiters has answered.</summary>
    public static Standing Of(RateLimitLease lease)
    {
        var answer = (LimitLease)lease;
        return new(answer.IsAcquired, answer.Left, Math.Max(1, (int)Math.Ceiling(answer.Wait.TotalSeconds)));
    }
}
