using System.Buffers;
using CsvHelper;
using Vts.Text;

namespace Vts.Forms;

/// <summary>
/// RFC 4180: a header, a record a row, and a last record that counts them. Text is always quoted, so that a reader that minds quotes
/// takes digits for the text they are; nothing else ever is.
/// </summary>
internal sealed class CsvRows<T> : RowWriter<T>
{
    private const int BufferBytes = 4096;

    private readonly Columns<T> _columns;
    private readonly BufferStream _stream = new();
    private readonly CsvWriter _csv;

    public CsvRows(Columns<T> columns, bool byteOrderMark)
    {
        _columns = columns;
        _csv = CsvWriter.Create(_stream, CsvWriterOptions.Default with
        {
            WriteByteOrderMark = byteOrderMark, BufferSize = BufferBytes, TrueValue = "true", FalseValue = "false",
        }, leaveOpen: true);
    }

    public override void Begin(IBufferWriter<byte> output)
    {
        _stream.Output = output;
        foreach (var member in _columns.Members)
        {
            _csv.WriteField(member.Name);
        }

        EndRecord();
    }

    public override void Row(IBufferWriter<byte> output, T row)
    {
        _stream.Output = output;
        var told = _columns.Told(row);
        foreach (var member in _columns.Members)
        {
            Cell(member, told);
        }

        EndRecord();
    }

    public override void Missing(IBufferWriter<byte> output, string? cardId, string code) => Told(output, FormulaGuard.Missing, cardId ?? "", code);

    // No text is written without quotes, so none can look like this.
    public override void End(IBufferWriter<byte> output, long rows) => Told(output, FormulaGuard.Count, $"{rows}");

    // In as many cells as the header has: what has no cell of its own goes into the first.
    private void Told(IBufferWriter<byte> output, params ReadOnlySpan<string> cells)
    {
        _stream.Output = output;
        var fields = _columns.Members.Count;
        _csv.WriteField(fields < cells.Length ? string.Join('=', cells) : cells[0]);
        for (var i = 1; i < fields; i++)
        {
            _csv.WriteField(fields >= cells.Length && i < cells.Length ? cells[i] : "");
        }

        EndRecord();
    }

    public override void Dispose()
    {
        _csv.Dispose();
        _stream.Dispose();
    }

    private void Cell(Member<T> member, T row)
    {
        switch (member.Kind)
        {
            case MemberKind.Text when member.Text(row) is { Length: > 0 } text:
                _csv.WriteField(FormulaGuard.Of(text), CsvQuoting.Always);
                break;
            case MemberKind.Cents or MemberKind.Whole when member.Number(row) is { } number:
                _csv.WriteField(number);
                break;
            case MemberKind.Exact when member.Exact(row) is { } exact:
                _csv.WriteField(exact);
                break;
            case MemberKind.Time when member.Time(row) is { } time:
                Span<byte> utc = stackalloc byte[UtcMilliseconds.Length];
                _csv.WriteField(utc[..UtcMilliseconds.Write(time, utc)]);
                break;
            case MemberKind.Flag when member.Flag(row) is { } flag:
                _csv.WriteField(flag);
                break;
            default:
                _csv.WriteField("");
                break;
        }
    }

    // The library writes when its buffer is full, not only when it is told to: so the output is named before the first field.
    private void EndRecord()
    {
        _csv.EndRecord();
        _csv.Flush();
        _stream.Output = null;
    }
}
