using System.Buffers;

namespace Extend.Connections;

/// <summary>The content of one answer, in borrowed memory that it gives back, emptied, when it is disposed of.</summary>
internal sealed class Body : IDisposable
{
    private const int Usual = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private Body(long expected) => _buffer = ArrayPool<byte>.Shared.Rent((int)expected);

    public ReadOnlyMemory<byte> Content => _buffer.AsMemory(0, _length);

    /// <summary>Reads all of it.</summary>
    /// <exception cref="ExtendException">It is longer than the limit.</exception>
    public static async Task<Body> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw new ExtendException(ExtendFault.AnswerTooLarge);
        }

        // With one byte to spare, the end is met without more room.
        var body = new Body(content.Headers.ContentLength + 1 ?? Usual);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken) is > 0 and var read)
            {
                body._length += read;
                if (body._length > limit)
                {
                    throw new ExtendException(ExtendFault.AnswerTooLarge);
                }

                body.MakeRoom();
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            // It may have held tokens.
            Array.Clear(buffer, 0, _length);
            _length = 0;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void MakeRoom()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Content.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
