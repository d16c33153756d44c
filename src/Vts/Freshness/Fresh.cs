using Vts.Callers.Rules;

namespace Vts.Freshness;

/// <summary>An answer, and how fresh it is.</summary>
/// <param name="Value">The answer. While it is kept every reader gets this same object, which nobody changes.</param>
/// <param name="Vintage">How old it is, and how it was come by.</param>
public sealed record Fresh<T>(T Value, Vintage Vintage)
    where T : class
{
    /// <summary>Which members of it may be shown; whatever is written of the answer holds no other.</summary>
    public FieldRule Fields { get; private init; } = FieldRule.All;

    /// <summary>This answer for a caller who may see no other members than these.</summary>
    public Fresh<T> Showing(FieldRule fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.IsAll ? this : this with { Fields = fields };
    }

    /// <summary>A part of this answer, as fresh as the whole.</summary>
    public Fresh<TPart> Select<TPart>(Func<T, TPart> part)
        where TPart : class
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(part(Value), Vintage) { Fields = Fields };
    }
}
