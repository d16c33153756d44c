namespace Vts.Freshness;

/// <summary>An answer, and how fresh it is.</summary>
/// <param name="Value">The answer. While it is kept every reader gets this same object, which nobody changes.</param>
/// <param name="Vintage">How old it is, and how it was come by.</param>
public sealed record Fresh<T>(T Value, Vintage Vintage)
    where T : class
{
    /// <summary>A part of this answer, as fresh as the whole.</summary>
    public Fresh<TPart> Select<TPart>(Func<T, TPart> part)
        where TPart : class
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(part(Value), Vintage);
    }
}
