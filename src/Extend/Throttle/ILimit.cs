namespace Extend.Throttle;

/// <summary>Something that bounds when calls to Extend may begin.</summary>
internal interface ILimit
{
    /// <summary>A word for it in measurements.</summary>
    string Name { get; }

    /// <summary>What a read is told that has no time to wait for it.</summary>
    ExtendFault Fault { get; }

    /// <summary>How long until the n-th next call may begin, counted from 1, if nothing else held it; zero or less is now.</summary>
    TimeSpan Before(int nth);

    /// <summary>Takes note that a call begins.</summary>
    void Begin();
}
