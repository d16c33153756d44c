namespace Vts.Forms;

/// <summary>Makes members, a kind each.</summary>
internal static class MemberOf
{
    public static Member<T> Text<T>(string name, MemberUse use, Func<T, string?> get) => new(name, MemberKind.Text, use) { Text = get };

    public static Member<T> Cents<T>(string name, MemberUse use, Func<T, long?> get) => new(name, MemberKind.Cents, use) { Number = get };

    public static Member<T> Exact<T>(string name, MemberUse use, Func<T, decimal?> get) => new(name, MemberKind.Exact, use) { Exact = get };

    public static Member<T> Time<T>(string name, MemberUse use, Func<T, DateTimeOffset?> get) => new(name, MemberKind.Time, use) { Time = get };

    public static Member<T> Whole<T>(string name, MemberUse use, Func<T, long?> get) => new(name, MemberKind.Whole, use) { Number = get };

    public static Member<T> Flag<T>(string name, MemberUse use, Func<T, bool?> get) => new(name, MemberKind.Flag, use) { Flag = get };
}
