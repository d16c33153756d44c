using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vts.Text;

namespace Vts.Forms;

/// <summary>Writes a row as a JSON object.</summary>
internal sealed class RowJson<T>(Columns<T> columns) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _writer = new(Stream.Null, Options);

    public void Write(IBufferWriter<byte> output, T row)
    {
        _writer.Reset(output);
        var told = columns.Told(row);
        _writer.WriteStartObject();
        foreach (var member in columns.Members)
        {
            _writer.WritePropertyName(member.Encoded);
            if (!Value(member, told))
            {
                _writer.WriteNullValue();
            }
        }

        _writer.WriteEndObject();
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private bool Value(Member<T> member, T row)
    {
        switch (member.Kind)
        {
            case MemberKind.Text when member.Text(row) is { } text:
                _writer.WriteStringValue(text);
                return true;
            case MemberKind.Cents or MemberKind.Whole when member.Number(row) is { } number:
                _writer.WriteNumberValue(number);
                return true;
            case MemberKind.Exact when member.Exact(row) is { } exact:
                _writer.WriteStringValue(ExactAmount.Text(exact));
                return true;
            case MemberKind.Time when member.Time(row) is { } time:
                Span<byte> utc = stackalloc byte[UtcMilliseconds.Length];
                _writer.WriteStringValue(utc[..UtcMilliseconds.Write(time, utc)]);
                return true;
            case MemberKind.Flag when member.Flag(row) is { } flag:
                _writer.WriteBooleanValue(flag);
                return true;
            default:
                return false;
        }
    }
}
