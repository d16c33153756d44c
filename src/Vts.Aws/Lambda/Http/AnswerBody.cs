using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Vts.Errors;

namespace Vts.Aws.Lambda.Http;

/// <summary>
/// An answer's body, kept whole in memory. It refuses to grow beyond what Lambda takes, while the answer has not started and a
/// problem can still take its place.
/// </summary>
internal sealed class AnswerBody : PipeWriter, IHttpResponseBodyFeature
{
    /// <summary>The most bytes that a body may have.</summary>
    public const int MostBytes = 5_000_000;

    /// <summary>The most bytes that it may have as text within Lambda's JSON. What is left of Lambda's 6 MiB is for the headers.</summary>
    public const int MostQuotedBytes = (6 * 1024 * 1024) - (64 * 1024);

    private readonly ArrayBufferWriter<byte> _written = new();
    private Memory<byte> _given;
    private int _growth;
    private int _unflushed;

    public AnswerBody() => Stream = new AnswerBodyStream(this);

    /// <summary>The bytes so far.</summary>
    public ReadOnlyMemory<byte> Written => _written.WrittenMemory;

    public Stream Stream { get; }

    public PipeWriter Writer => this;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _unflushed;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _given = _written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <exception cref="AnswerTooLargeException">The body would be more than Lambda takes; these bytes are not taken.</exception>
    public override void Advance(int bytes)
    {
        var length = _written.WrittenCount + bytes;
        AnswerTooLargeException.ThrowIf(length > MostBytes);
        var growth = _growth + QuotedText.Growth(_given.Span[..bytes]);
        AnswerTooLargeException.ThrowIf(length + growth > MostQuotedBytes);

        _written.Advance(bytes);
        _given = _given[bytes..];
        _growth = growth;
        _unflushed += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _unflushed = 0;
        return new ValueTask<FlushResult>(default(FlushResult));
    }

    /// <summary>Drops all that was written, flushed or not.</summary>
    public void Clear()
    {
        _written.ResetWrittenCount();
        _given = default;
        _growth = _unflushed = 0;
    }

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public void DisableBuffering()
    {
    }

    /// <exception cref="NotSupportedException">Always: no answer is a file.</exception>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No answer is a file.");
}
