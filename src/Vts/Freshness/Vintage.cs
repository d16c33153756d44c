using System.Runtime.InteropServices;

namespace Vts.Freshness;

/// <summary>How old an answer is, and how it was come by.</summary>
/// <param name="Age">Time since Extend was asked for it.</param>
/// <param name="FreshFor">The age at which it is no longer fresh; 0 or less if it is not kept.</param>
/// <param name="Origin">How it was come by.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Vintage(TimeSpan Age, TimeSpan FreshFor, Origin Origin)
{
    /// <summary>Of an answer that was asked for now, and that nobody keeps.</summary>
    public static Vintage NotKept { get; } = new(TimeSpan.Zero, TimeSpan.Zero, Origin.Miss);

    private TimeSpan Remaining => FreshFor - Age;

    /// <summary>The vintage of an answer made of this and another: as old as its older part, and no longer fresh when either is not.</summary>
    public Vintage With(Vintage other)
    {
        var age = Age > other.Age ? Age : other.Age;
        var remaining = Remaining < other.Remaining ? Remaining : other.Remaining;
        return new(age, age + remaining, Origin > other.Origin ? Origin : other.Origin);
    }
}
