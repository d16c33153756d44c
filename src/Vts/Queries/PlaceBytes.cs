using System.Runtime.InteropServices;
using System.Text;

namespace Vts.Queries;

/// <summary>A place in a list, and when it was written, as the bytes in a cursor. They are read only after their seal has held.</summary>
internal static class PlaceBytes
{
    public static byte[] Write(DateTimeOffset at, CursorPosition position)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(at.UtcTicks);
            writer.Write(position.Id);
            Write(writer, position.Moment?.UtcTicks);
            Write(writer, position.Number);
            writer.Write(position.Text is null ? -1 : position.Text.Length);

            // As it is in memory: a text that was cut within a pair has no UTF-8, and would come back as another.
            writer.Write(MemoryMarshal.AsBytes(position.Text.AsSpan()));
        }

        return bytes.ToArray();
    }

    public static (DateTimeOffset At, CursorPosition Position) Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var at = Moment(reader.ReadInt64());
        return (at, new CursorPosition(reader.ReadString())
        {
            Moment = ReadNumber(reader) is { } ticks ? Moment(ticks) : null,
            Number = ReadNumber(reader),
            Text = reader.ReadInt32() is >= 0 and var length ? new string(MemoryMarshal.Cast<byte, char>(reader.ReadBytes(length * sizeof(char)))) : null,
        });
    }

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    private static void Write(BinaryWriter writer, long? number)
    {
        writer.Write(number is not null);
        writer.Write(number ?? 0);
    }

    private static long? ReadNumber(BinaryReader reader) => (reader.ReadBoolean(), reader.ReadInt64()) is (true, var number) ? number : null;
}
