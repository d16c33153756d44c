using System.Buffers;

namespace Vts.Forms;

/// <summary>A stream that writes to whatever output is named last.</summary>
internal sealed class BufferStream : Stream
{
    /// <summary>Where to.</summary>
    public IBufferWriter<byte>? Output { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!buffer.IsEmpty)
        {
            (Output ?? throw new InvalidOperationException("No output is named.")).Write(buffer);
        }
    }

    public override void Flush()
    {
        // What is written is there at once.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
