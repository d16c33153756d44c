namespace Vts.Bench.Replay.Requests;

/// <summary>Which token a request comes with.</summary>
internal enum TokenKind
{
    /// <summary>The caller's.</summary>
    Known,

    /// <summary>None.</summary>
    None,

    /// <summary>One that nobody has.</summary>
    Wrong,
}
