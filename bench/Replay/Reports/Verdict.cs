namespace Vts.Bench.Replay.Reports;

/// <summary>What came of one request.</summary>
internal enum Verdict
{
    /// <summary>Both answer the same.</summary>
    Same,

    /// <summary>They answered differently, and then the same: the data had changed between.</summary>
    Moved,

    /// <summary>They answer differently.</summary>
    Different,

    /// <summary>They answered differently, but one and the same build did so too each time: the data changes too fast to tell.</summary>
    Unsettled,

    /// <summary>One of them cannot be asked this.</summary>
    NotAsked,
}
