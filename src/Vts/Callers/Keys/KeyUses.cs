using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Vts.Callers.Keys;

/// <summary>Notes when keys are used, for people to see which are not. Coarse: this process tells the store once an hour for each key.</summary>
public sealed partial class KeyUses(IKeyStore store, TimeProvider time, ILogger<KeyUses> log)
{
    private static readonly TimeSpan Once = TimeSpan.FromHours(1);

    // As many as there are keys.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _untold = new(StringComparer.Ordinal);

    /// <summary>Notes that a key is used now.</summary>
    public void Note(string keyId)
    {
        var now = time.GetUtcNow();
        if (!_noted.TryGetValue(keyId, out var noted) || now - noted >= Once)
        {
            _noted[keyId] = now;
            _untold[keyId] = now;
        }
    }

    /// <summary>Tells the store what it has not been told. What fails is tried again with the next use.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_untold.IsEmpty)
        {
            return;
        }

        var uses = _untold.ToDictionary(StringComparer.Ordinal);
        try
        {
            await store.WriteUsesAsync(uses, cancellationToken);
            foreach (var use in uses)
            {
                _untold.TryRemove(use);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // It decides nothing, and may stop nothing.
            LogUntold(log, fault is KeyStoreException ? fault.Message : fault.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "When API keys were last used was not noted: {Fault}")]
    private static partial void LogUntold(ILogger log, string fault);
}
