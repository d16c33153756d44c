namespace Vts.Aws.Lambda.Telemetry;

/// <summary>X-Ray's trace header, <c>Root=1-5e272390-8c398be037738dc042009320;Parent=94ae789b969f1cc5;Sampled=1</c>.</summary>
internal static class XRayTrace
{
    private const int RootLength = 35;
    private const int ParentLength = 16;

    /// <summary>The trace's id as X-Ray writes it; null if the header has none.</summary>
    public static string? RootOf(string? header) =>
        Member(header, "Root") is { Length: RootLength } root && root.StartsWith("1-", StringComparison.Ordinal) && root[10] == '-' && IsHex(root[2..10]) && IsHex(root[11..])
            ? root
            : null;

    /// <summary>The same trace as a W3C <c>traceparent</c>; null if the header names no trace with a parent.</summary>
    public static string? ToTraceParent(string? header) =>
        RootOf(header) is { } root && Member(header, "Parent") is { Length: ParentLength } parent && IsHex(parent)
            ? $"00-{root[2..10]}{root[11..]}-{parent}-{(Member(header, "Sampled") == "1" ? "01" : "00")}"
            : null;

    private static string? Member(string? header, string name)
    {
        foreach (var part in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith(name, StringComparison.Ordinal) && part.Length > name.Length && part[name.Length] == '=')
            {
                return part[(name.Length + 1)..];
            }
        }

        return null;
    }

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigitLower);
}
