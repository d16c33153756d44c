namespace Extend.Throttle;

/// <summary>How many calls may be under way at once.</summary>
internal sealed class Places(int count) : ILimit
{
    private int _taken;

    public string Name => "places";

    public ExtendFault Fault => ExtendFault.Busy;

    /// <summary>Whether all are taken.</summary>
    public bool AreTaken => _taken >= count;

    /// <summary>How long calls have taken of late; zero while none has ended.</summary>
    public TimeSpan UsualCall { get; private set; }

    public TimeSpan Before(int nth)
    {
        var inFront = nth - (count - _taken);
        return inFront <= 0 ? TimeSpan.Zero : UsualCall * inFront / count + TimeSpan.FromTicks(1);
    }

    public void Begin() => _taken++;

    public void End(TimeSpan took)
    {
        _taken--;

        // As TCP smooths its round trips: the last eight or so count.
        UsualCall = UsualCall == TimeSpan.Zero ? took : UsualCall + (took - UsualCall) / 8;
    }
}
