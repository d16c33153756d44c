namespace Vts.Forms;

/// <summary>What a member's values are, and so how every form writes them.</summary>
public enum MemberKind
{
    /// <summary>Text: quoted in JSON and in CSV.</summary>
    Text,

    /// <summary>Money in whole minor units of its currency.</summary>
    Cents,

    /// <summary>An exact decimal: text in JSON, whose readers would round a number; a number in CSV.</summary>
    Exact,

    /// <summary>A time in UTC, RFC 3339 with three fractional digits.</summary>
    Time,

    /// <summary>A whole number that is no money.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,
}
