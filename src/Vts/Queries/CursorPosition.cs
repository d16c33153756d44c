namespace Vts.Queries;

/// <summary>A place in a list: just after this row.</summary>
/// <param name="Id">The row's id.</param>
internal sealed record CursorPosition(string Id)
{
    /// <summary>What the list is sorted by before the id, where that is a moment.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The same, where it is text.</summary>
    public string? Text { get; init; }

    /// <summary>The same, where it is a number.</summary>
    public long? Number { get; init; }
}
