namespace Vts.Bench.Soak.Checking;

/// <summary>What became of a request.</summary>
internal enum Outcome
{
    /// <summary>Answered as it must be.</summary>
    Right,

    /// <summary>Answered with a problem that a fault of Extend's explains.</summary>
    Told,

    /// <summary>Its list, sent while it was read, ended early as a fault of Extend's, or a card that is gone, explains.</summary>
    CutByFault,

    /// <summary>Under way when the server was killed.</summary>
    CutByKill,

    /// <summary>Answered as it must not be.</summary>
    Wrong,

    /// <summary>Not answered, or too late.</summary>
    Lost,
}
