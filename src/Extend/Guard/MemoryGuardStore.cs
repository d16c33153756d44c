using System.Collections.Concurrent;

namespace Extend.Guard;

/// <summary>The guard of one process; a restart opens it.</summary>
public sealed class MemoryGuardStore : IGuardStore
{
    private readonly ConcurrentDictionary<string, GuardState> _states = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ValueTask<GuardState> ReadAsync(string account, CancellationToken cancellationToken) =>
        new(_states.GetValueOrDefault(account, GuardState.Initial));

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(string account, GuardState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var kept = _states.GetOrAdd(account, GuardState.Initial);
        return new(state.Version == kept.Version + 1 && _states.TryUpdate(account, state, kept));
    }
}
