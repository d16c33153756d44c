namespace Vts.Bench.Replay.Asking;

/// <summary>How a body is read.</summary>
internal enum BodyKind
{
    /// <summary>As text.</summary>
    Other,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>JSON, a value a line.</summary>
    Lines,

    /// <summary>CSV with a header.</summary>
    Csv,
}
