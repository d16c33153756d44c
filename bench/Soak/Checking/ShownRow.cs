namespace Vts.Bench.Soak.Checking;

/// <summary>A row of an answer.</summary>
/// <param name="Id">Its first member.</param>
/// <param name="Text">All its members, as <see cref="World.Columns.Join"/> makes them one.</param>
/// <param name="Values">Its members.</param>
internal sealed record ShownRow(string Id, string Text, IReadOnlyList<string> Values);
