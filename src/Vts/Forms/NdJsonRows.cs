using System.Buffers;
using System.Text;

namespace Vts.Forms;

/// <summary>A JSON object a line. A card that is missing is <c>{"failed":"vc_…","code":"…"}</c> after the rows; the last line is <c>{"rows":N}</c>, which no row can be: it has an <c>id</c>.</summary>
internal sealed class NdJsonRows<T>(Columns<T> columns) : RowWriter<T>
{
    private readonly RowJson<T> _json = new(columns);

    public override void Begin(IBufferWriter<byte> output)
    {
        // Nothing stands before the first line.
    }

    public override void Row(IBufferWriter<byte> output, T row)
    {
        _json.Write(output, row);
        output.Write("\n"u8);
    }

    public override void Missing(IBufferWriter<byte> output, string? cardId, string code) =>
        Encoding.UTF8.GetBytes($"{{\"failed\":{(cardId is null ? "null" : $"\"{cardId}\"")},\"code\":\"{code}\"}}\n", output);

    public override void End(IBufferWriter<byte> output, long rows) => Encoding.UTF8.GetBytes($"{{\"rows\":{rows}}}\n", output);

    public override void Dispose() => _json.Dispose();
}
