namespace Extend.Throttle;

/// <summary>Pauses that double, with up to a quarter more at random, and begin anew after a time without one.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan most, Random random)
{
    private TimeSpan _pause;
    private TimeSpan _over;

    /// <summary>The pause to make now.</summary>
    public TimeSpan Next(TimeSpan now)
    {
        _pause = _pause == TimeSpan.Zero || now > _over + most ? first : TimeSpan.Min(_pause * 2, most);
        var pause = TimeSpan.Min(_pause * (1 + random.NextDouble() / 4), most);
        _over = now + pause;
        return pause;
    }
}
