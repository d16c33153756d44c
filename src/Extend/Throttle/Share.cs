namespace Extend.Throttle;

/// <summary>One caller's waiting reads, first come first served, and the round in which the first of them has its turn.</summary>
internal sealed class Share(string name, long round)
{
    public string Name => name;

    public long Round { get; set; } = round;

    public LinkedList<WaitingRead> Reads { get; } = [];
}
