using System.Text.Json;

namespace Vts.Forms;

/// <summary>One member of a thing that callers see: its name, what its values are, and how to get them. Every form is written by it.</summary>
/// <typeparam name="T">The thing.</typeparam>
public sealed record Member<T>
{
    internal Member(string name, MemberKind kind, MemberUse use)
    {
        (Name, Kind, Use) = (name, kind, use);
        Encoded = JsonEncodedText.Encode(name);
    }

    /// <summary>Its name, as in the contract.</summary>
    public string Name { get; }

    /// <summary>What its values are.</summary>
    public MemberKind Kind { get; }

    /// <summary>When it is written.</summary>
    public MemberUse Use { get; }

    /// <summary>Its name as JSON.</summary>
    internal JsonEncodedText Encoded { get; }

    // Of these the one of its kind is set: so no value is boxed.
    internal Func<T, string?> Text { get; init; } = static _ => null;

    internal Func<T, long?> Number { get; init; } = static _ => null;

    internal Func<T, decimal?> Exact { get; init; } = static _ => null;

    internal Func<T, DateTimeOffset?> Time { get; init; } = static _ => null;

    internal Func<T, bool?> Flag { get; init; } = static _ => null;
}
