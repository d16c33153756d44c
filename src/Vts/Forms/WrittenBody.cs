using System.Buffers;

namespace Vts.Forms;

/// <summary>Whole answers, written.</summary>
internal static class WrittenBody
{
    /// <summary>A list in a form.</summary>
    public static byte[] Of<T>(IReadOnlyList<T> rows, Form form, Columns<T> columns, bool byteOrderMark)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = RowWriter<T>.Of(form, columns, byteOrderMark);
        writer.Begin(output);
        foreach (var row in rows)
        {
            writer.Row(output, row);
        }

        writer.End(output, rows.Count);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>One thing as a JSON object.</summary>
    public static byte[] OfOne<T>(T thing, Columns<T> columns)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new RowJson<T>(columns);
        json.Write(output, thing);
        return output.WrittenSpan.ToArray();
    }
}
