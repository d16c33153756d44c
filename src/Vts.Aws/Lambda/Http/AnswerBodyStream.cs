using System.Buffers;

namespace Vts.Aws.Lambda.Http;

/// <summary>An answer's body as a stream, for those who write one. It can be emptied, and nothing else of what a stream might do.</summary>
internal sealed class AnswerBodyStream(AnswerBody body) : Stream
{
    public override bool CanRead => false;

    // Whoever clears an answer empties its body only if it says so.
    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => body.Written.Length;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0);
        body.Clear();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => body.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await body.WriteAsync(buffer, cancellationToken);

    public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await WriteAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
}
