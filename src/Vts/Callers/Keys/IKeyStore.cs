namespace Vts.Callers.Keys;

/// <summary>Where keys are kept, for every process that uses the same store.</summary>
public interface IKeyStore
{
    /// <summary>Makes the store if there is none yet.</summary>
    /// <exception cref="KeyStoreException">It could not be made.</exception>
    ValueTask PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Every key; null if the store is still at this version.</summary>
    /// <param name="known">The version that the caller has; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KeyStoreException">The store could not be read, or what it holds is not right.</exception>
    ValueTask<KeySet?> ReadAsync(string? known, CancellationToken cancellationToken);

    /// <summary>Adds these keys, or puts them in the place of those with their ids; all or none. False if the store has changed since that version.</summary>
    /// <exception cref="KeyStoreException">The store could not be written.</exception>
    ValueTask<bool> TryWriteAsync(IReadOnlyList<KeyRecord> changed, string version, CancellationToken cancellationToken);

    /// <summary>When each key was last used, to the hour, by its id.</summary>
    /// <exception cref="KeyStoreException">The store could not be read.</exception>
    ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadUsesAsync(CancellationToken cancellationToken);

    /// <summary>Keeps when keys were used; an earlier time never replaces a later one.</summary>
    /// <exception cref="KeyStoreException">The store could not be written.</exception>
    ValueTask WriteUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken cancellationToken);
}
