using Extend.Sessions;

namespace Extend.Guard;

/// <summary>Where the guard's states are kept, without expiry. Every method may throw <see cref="SessionStoreException"/>.</summary>
public interface IGuardStore
{
    /// <summary>The account's state; <see cref="GuardState.Initial"/> if none is kept.</summary>
    ValueTask<GuardState> ReadAsync(string account, CancellationToken cancellationToken);

    /// <summary>Keeps a state whose version is one more than the kept one; false if another process was quicker.</summary>
    ValueTask<bool> TryWriteAsync(string account, GuardState state, CancellationToken cancellationToken);
}
