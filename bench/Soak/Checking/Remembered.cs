namespace Vts.Bench.Soak.Checking;

/// <summary>The last answer with a tag, of one caller and path.</summary>
internal sealed record Remembered(string Tag, byte[] Body, string? MediaType, IReadOnlyList<ShownRow> Rows);
