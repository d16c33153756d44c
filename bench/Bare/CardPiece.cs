using System.Globalization;

namespace Vts.Bench.Bare;

/// <summary>The bytes that one card has in a list.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Bytes">Its rows; the first card's with what stands before them, the last one's with what stands after.</param>
internal readonly record struct CardPiece(string CardId, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The pieces of a list in its order: beside it lies a file with a line for each, its card and its length.</summary>
    public static async Task<CardPiece[]> ReadAllAsync(string file)
    {
        var list = await File.ReadAllBytesAsync(file);
        var from = 0;
        var pieces = new List<CardPiece>();
        await foreach (var line in File.ReadLinesAsync(file + ".cards"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var length = int.Parse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            pieces.Add(new CardPiece(line[..space], list.AsMemory(from, length)));
            from += length;
        }

        return [.. pieces];
    }
}
