using Extend;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vts.Callers.Keys;

/// <summary>
/// What this process knows of the key store: all of it, in memory, at most ten seconds old while the store answers. It is read again
/// on use: behind a request from two seconds on, before one from eight on. When that fails the last good reading stays in force.
/// No token, known or not, costs a reading of its own.
/// </summary>
public sealed partial class KeyRing(IKeyStore store, IOptions<ExtendOptions> extend, TimeProvider time, ILogger<KeyRing> log)
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Refreshing _refreshing = new();
    private volatile KeyRingReading? _reading;
    private volatile KeyStoreException? _fault;
    private Task<KeySet?> _asked = Task.FromResult<KeySet?>(null);

    /// <summary>How the ring stands to its store.</summary>
    public KeyRingState State => (_reading, _fault) switch
    {
        (null, _) => KeyRingState.Away,
        (_, not null) => KeyRingState.Stale,
        _ => KeyRingState.Ready,
    };

    /// <summary>Reads the store, unless that was done in the last two seconds.</summary>
    /// <exception cref="KeyStoreException">It cannot be read, or what it holds is not right.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await Refresh(time.GetUtcNow()).WaitAsync(cancellationToken);
        if (_fault is { } fault)
        {
            throw new KeyStoreException(fault.Message, fault) { MayPass = fault.MayPass };
        }
    }

    /// <summary>Waits for what is under way behind the requests, so that nothing is when a function is frozen. Never fails.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => _refreshing.SettleAsync(cancellationToken);

    /// <summary>The credentials, as new as they must be.</summary>
    /// <exception cref="KeyStoreException">The store was never read.</exception>
    internal ValueTask<CredentialIndex> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return _reading is { } reading && Refreshing.IsWithin(Due, reading.AsOf, now) ? new(reading.Credentials) : ReadAgainAsync(now, cancellationToken);
    }

    private async ValueTask<CredentialIndex> ReadAgainAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Once it is known that the store cannot be read, nobody waits for it: what is in force is no older for that.
        var isBad = _fault is not null && Refreshing.IsWithin(Most, _refreshing.TriedAt, now);
        var refreshing = Refresh(now);
        if (_reading is not { } reading || (!Refreshing.IsWithin(Most, reading.AsOf, now) && !isBad))
        {
            await refreshing.WaitAsync(cancellationToken);
        }

        return (_reading ?? throw new KeyStoreException(_fault!.Message, _fault) { MayPass = true }).Credentials;
    }

    private Task Refresh(DateTimeOffset now) => _refreshing.Begin(Due, now, () => RefreshAsync(now));

    private async Task RefreshAsync(DateTimeOffset now)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            var read = await AskAsync(patience.Token);
            _reading = read is null ? _reading! with { AsOf = now } : KeyRingReading.Of(read, now, Unusable(read));
            if (_fault is not null)
            {
                _fault = null;
                LogBack(log, _reading.Credentials.Count);
            }
        }
        catch (KeyStoreException fault)
        {
            Fail(fault);
        }
        catch (OperationCanceledException)
        {
            Fail(new KeyStoreException($"The key store did not answer within {Patience.TotalSeconds} seconds.") { MayPass = true });
        }
        catch (Exception fault)
        {
            // Nothing that a store can do may take the last good reading out of force.
            Fail(new KeyStoreException($"The key store failed: {fault.GetType().Name}.", fault));
        }
    }

    // A store that does not come back, as a disk that hangs, is not asked a second time beside it; and it may hold the thread that asks.
    private async Task<KeySet?> AskAsync(CancellationToken patience)
    {
        await Task.WhenAny(_asked).WaitAsync(patience);
        _asked = Task.Run(() => store.ReadAsync(_reading?.Version, patience).AsTask(), patience);
        return await _asked.WaitAsync(patience);
    }

    private HashSet<string> Unusable(KeySet read)
    {
        var unusable = read.Keys.Where(key => !extend.Value.Accounts.ContainsKey(key.Account)).ToList();
        foreach (var key in unusable)
        {
            LogUnusable(log, key.Id, key.Account);
        }

        return unusable.Select(key => key.Id).ToHashSet(StringComparer.Ordinal);
    }

    private void Fail(KeyStoreException fault)
    {
        var isNews = _fault?.Message != fault.Message;
        _fault = fault;
        if (isNews)
        {
            LogFault(log, fault.Message, _reading?.Credentials.Count ?? 0);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The API keys could not be read again; the {Keys} of the last good reading stay in force. {Fault}")]
    private static partial void LogFault(ILogger log, string fault, int keys);

    [LoggerMessage(2, LogLevel.Information, "The API keys are read again: {Keys}")]
    private static partial void LogBack(ILogger log, int keys);

    [LoggerMessage(3, LogLevel.Warning, "API key {KeyId} opens nothing here: no account {Account} is configured")]
    private static partial void LogUnusable(ILogger log, string keyId, string account);
}
