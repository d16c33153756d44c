namespace Extend.Throttle;

/// <summary>A read that waits for its place.</summary>
internal sealed class WaitingRead : TaskCompletionSource<Place>
{
    public WaitingRead(Share share, TimeSpan arrived, TimeSpan deadline)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Share = share;
        Arrived = arrived;
        Deadline = deadline;
        Node = share.Reads.AddLast(this);
    }

    public Share Share { get; }

    public TimeSpan Arrived { get; }

    public TimeSpan Deadline { get; }

    public LinkedListNode<WaitingRead> Node { get; }
}
