namespace Vts.Bench.Soak.Processes;

/// <summary>The end of one process of the server and the start of the next.</summary>
internal sealed class Interruption(bool isKill, TimeSpan began)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it was killed, and not asked to end.</summary>
    public bool IsKill => isKill;

    /// <summary>Before the signal.</summary>
    public TimeSpan Began => began;

    /// <summary>When the process was gone.</summary>
    public TimeSpan Gone { get; set; } = TimeSpan.MaxValue;

    /// <summary>When the next process listened.</summary>
    public TimeSpan Ended { get; private set; } = TimeSpan.MaxValue;

    /// <summary>Done when the next process listens.</summary>
    public Task Ready => _ready.Task;

    public void End(TimeSpan now)
    {
        Ended = now;
        _ready.SetResult();
    }
}
