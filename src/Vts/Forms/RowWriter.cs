using System.Buffers;

namespace Vts.Forms;

/// <summary>Writes the rows of one answer in one form. It holds no more than the row it writes.</summary>
internal abstract class RowWriter<T> : IDisposable
{
    /// <summary>Writes what stands before the rows.</summary>
    public abstract void Begin(IBufferWriter<byte> output);

    /// <summary>Writes a row.</summary>
    public abstract void Row(IBufferWriter<byte> output, T row);

    /// <summary>Writes that the rows of a card are missing, after the rows that are there.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cardId">The card; null if it may not be named.</param>
    /// <param name="code">The code of the problem that it met.</param>
    public virtual void Missing(IBufferWriter<byte> output, string? cardId, string code)
    {
        // Where a form is written whole, the answer's headers say it.
    }

    /// <summary>Writes what stands after the rows. Its absence means that the answer was cut.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">How many rows were written.</param>
    public abstract void End(IBufferWriter<byte> output, long rows);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The writer of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="columns">What is written of each row.</param>
    /// <param name="byteOrderMark">Whether CSV starts with a byte order mark.</param>
    public static RowWriter<T> Of(Form form, Columns<T> columns, bool byteOrderMark) => form switch
    {
        Form.Csv => new CsvRows<T>(columns, byteOrderMark),
        Form.NdJson => new NdJsonRows<T>(columns),
        _ => new JsonRows<T>(columns),
    };
}
