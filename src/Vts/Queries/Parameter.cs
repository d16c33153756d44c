namespace Vts.Queries;

/// <summary>One query parameter, as the contract tells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it asks for.</param>
/// <param name="Example">A value.</param>
public sealed record Parameter(string Name, string Description, string Example)
{
    /// <summary>The values it takes; null where there are too many to tell.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it takes several values, by comma or repeated.</summary>
    public bool IsList { get; init; }

    /// <summary>What a value must look like, as a regular expression; null where that is not told.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The least number it takes; null for no bound.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number it takes; null for no bound.</summary>
    public int? Most { get; init; }
}
