namespace Vts.Forms;

/// <summary>When a member is written.</summary>
public enum MemberUse
{
    /// <summary>Always, unless the caller asks for others.</summary>
    Usual,

    /// <summary>In CSV as a usual one; in other forms where the caller asks for it.</summary>
    UsualInCsv,

    /// <summary>Where the caller asks for it.</summary>
    Wide,
}
