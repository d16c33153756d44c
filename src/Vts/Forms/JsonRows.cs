using System.Buffers;

namespace Vts.Forms;

/// <summary>One JSON array.</summary>
internal sealed class JsonRows<T>(Columns<T> columns) : RowWriter<T>
{
    private readonly RowJson<T> _json = new(columns);
    private bool _isFirst = true;

    public override void Begin(IBufferWriter<byte> output) => output.Write("["u8);

    public override void Row(IBufferWriter<byte> output, T row)
    {
        output.Write(_isFirst ? ""u8 : ","u8);
        _isFirst = false;
        _json.Write(output, row);
    }

    public override void End(IBufferWriter<byte> output, long rows) => output.Write("]"u8);

    public override void Dispose() => _json.Dispose();
}
