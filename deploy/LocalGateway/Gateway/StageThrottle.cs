namespace Vts.LocalGateway.Gateway;

/// <summary>The stage's throttle: a bucket of tokens that fills at a steady rate.</summary>
/// <param name="rate">Requests a second.</param>
/// <param name="burst">Requests at once.</param>
/// <param name="time">The clock.</param>
internal sealed class StageThrottle(double rate, int burst, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = burst;
    private long _filled = time.GetTimestamp();

    public bool TryTake()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_filled, now).TotalSeconds * rate));
            _filled = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
