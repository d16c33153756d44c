namespace Extend.VirtualCards;

/// <summary>Where a page of cards stands, as Extend says; any part may be missing.</summary>
internal sealed record Pagination
{
    public long? Page { get; init; }

    public long? NumberOfPages { get; init; }

    public long? TotalItems { get; init; }
}
