namespace Vts.Bench.Soak;

/// <summary>A thread of its own, so that work is not late where the thread pool has thousands of answers to see to.</summary>
internal static class OwnThread
{
    public static Task RunAsync(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
