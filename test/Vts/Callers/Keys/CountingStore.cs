using System.Threading.Channels;
using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

/// <summary>Counts how often a store is read, and can leave a reader waiting.</summary>
internal sealed class CountingStore(IKeyStore inner) : IKeyStore
{
    private readonly Channel<int> _hanging = Channel.CreateUnbounded<int>();
    private int _reads;

    public int Reads => _reads;

    public int Writes { get; private set; }

    public bool Hangs { get; set; }

    /// <summary>Holds the reading thread itself until it is set, as a disk that does not answer would.</summary>
    public ManualResetEventSlim? Blocked { get; set; }

    /// <summary>Ends when one more reader is left waiting.</summary>
    public Task HangingAsync() => _hanging.Reader.ReadAsync().AsTask();

    public ValueTask PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public async ValueTask<KeySet?> ReadAsync(string? known, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        if (Blocked is { } blocked)
        {
            await _hanging.Writer.WriteAsync(_reads, cancellationToken);

            // A thread that a disk holds hears of no cancellation.
            blocked.Wait(CancellationToken.None);
        }

        if (Hangs)
        {
            var waiting = new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            await _hanging.Writer.WriteAsync(_reads, cancellationToken);
            await waiting;
        }

        return await inner.ReadAsync(known, cancellationToken);
    }

    public ValueTask<bool> TryWriteAsync(IReadOnlyList<KeyRecord> changed, string version, CancellationToken cancellationToken) =>
        inner.TryWriteAsync(changed, version, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadUsesAsync(CancellationToken cancellationToken) => inner.ReadUsesAsync(cancellationToken);

    public ValueTask WriteUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken cancellationToken)
    {
        Writes++;
        return inner.WriteUsesAsync(uses, cancellationToken);
    }
}
