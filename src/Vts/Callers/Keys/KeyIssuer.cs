namespace Vts.Callers.Keys;

/// <summary>Makes keys, replaces them and takes them back. What cannot be done is an <see cref="InvalidOperationException"/> that says why.</summary>
public sealed class KeyIssuer(IKeyStore store, TimeProvider time)
{
    /// <summary>Makes a key for a caller.</summary>
    /// <param name="caller">The caller, with all that it may do and when that ends.</param>
    /// <param name="notBefore">From when on the key is valid; null for at once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IssuedKey> CreateAsync(Caller caller, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        EnsureLater(caller.Ends);
        await store.PrepareAsync(cancellationToken);
        return await ChangeAsync<IssuedKey>(
            keys =>
            {
                if (keys.FirstOrDefault(key => key.Name == caller.Name && IsAlive(key)) is { } other)
                {
                    throw new InvalidOperationException(
                        $"{caller.Name} has the key {other.Id} already: replace it with 'keys rotate {other.Id}', or choose another name.");
                }

                var key = ApiKey.New();
                var issued = new IssuedKey(key, new KeyRecord
                {
                    Id = ApiKey.NewId(), Name = caller.Name, Account = caller.Account, Sha256 = TokenHash.Of(key).ToString(),
                    Scopes = caller.Scopes, Cards = caller.Cards, Fields = caller.Fields, Limits = caller.Limits,
                    Created = Now, NotBefore = notBefore, Expires = caller.Ends,
                });
                return (issued, [issued.Record]);
            },
            cancellationToken);
    }

    /// <summary>Makes a second key with the settings of a live one, which ends after a grace; until then both are live.</summary>
    /// <param name="idOrName">The live key's id, or its caller's name.</param>
    /// <param name="grace">How long the old key goes on.</param>
    /// <param name="expires">When the new one ends; null for as long after its making as the old one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IssuedKey> RotateAsync(string idOrName, TimeSpan grace, DateTimeOffset? expires, CancellationToken cancellationToken) => ChangeAsync<IssuedKey>(
        keys =>
        {
            var old = Find(keys, idOrName);
            if (old.StateAt(time.GetUtcNow()) is not KeyState.Live and var state)
            {
                throw new InvalidOperationException($"{old.Id} is {KeyStates.Name(state)} and cannot be replaced: make a new key with 'keys create'.");
            }

            EnsureLater(expires);

            if (keys.FirstOrDefault(key => key.Replaces == old.Id && IsAlive(key)) is { } other)
            {
                throw new InvalidOperationException($"{old.Id} is being replaced by {other.Id} already: rotate that one, or revoke it first.");
            }

            var (key, now) = (ApiKey.New(), Now);
            var issued = new IssuedKey(key, old with
            {
                Id = ApiKey.NewId(), Sha256 = TokenHash.Of(key).ToString(), Created = now, NotBefore = null,
                Expires = expires ?? End(now, keys.LastOrDefault(key => key.Replaces == old.Id) ?? old), Replaces = old.Id,
            });
            var end = now + grace;
            return (issued, [issued.Record, old with { Expires = old.Expires < end ? old.Expires : end }]);
        },
        cancellationToken);

    /// <summary>Takes a key back.</summary>
    /// <param name="idOrName">Its id, or its caller's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<KeyRecord> RevokeAsync(string idOrName, CancellationToken cancellationToken) => ChangeAsync<KeyRecord>(
        keys =>
        {
            var key = Find(keys, idOrName);
            var revoked = key.Revoked is null ? key with { Revoked = Now } : throw new InvalidOperationException($"{key.Id} was revoked already.");
            return (revoked, [revoked]);
        },
        cancellationToken);

    /// <summary>The key with this id, or the one that is not dead of the caller with this name.</summary>
    public async Task<KeyRecord> FindAsync(string idOrName, CancellationToken cancellationToken) =>
        Find((await store.ReadAsync(known: null, cancellationToken))!.Keys, idOrName);

    // For as long as that one was made for; a key that was replaced before has a shorter end than it was made with.
    private static DateTimeOffset? End(DateTimeOffset now, KeyRecord made) =>
        made.Expires - made.Created is not { } length ? null : length < DateTimeOffset.MaxValue - now ? now + length : made.Expires;

    private void EnsureLater(DateTimeOffset? end)
    {
        if (end <= time.GetUtcNow())
        {
            throw new InvalidOperationException("The key would have ended before it is made: give it an end that is to come.");
        }
    }

    // To the second, as it is stored.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private bool IsAlive(KeyRecord key) => key.StateAt(time.GetUtcNow()) is KeyState.Live or KeyState.NotYetValid;

    private KeyRecord Find(IReadOnlyList<KeyRecord> keys, string idOrName)
    {
        if (keys.FirstOrDefault(key => key.Id == idOrName) is { } byId)
        {
            return byId;
        }

        var named = keys.Where(key => key.Name == idOrName).ToList();
        return named.Where(IsAlive).ToList() switch
        {
            [var only] => only,
            [] when named is [var dead] => dead,
            [] when named.Count == 0 => throw new InvalidOperationException($"There is no key '{idOrName}'; 'keys list' shows those there are."),
            _ => throw new InvalidOperationException($"{idOrName} has more than one key: say which by its id. 'keys list' shows them."),
        };
    }

    private async Task<T> ChangeAsync<T>(Func<IReadOnlyList<KeyRecord>, (T Result, KeyRecord[] Changed)> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = (await store.ReadAsync(known: null, cancellationToken))!;
            var (result, changed) = change(read.Keys);
            if (changed.SelectMany(KeyRules.Faults).FirstOrDefault() is { } fault)
            {
                throw new InvalidOperationException($"The key was not stored: {fault}.");
            }

            if (await store.TryWriteAsync(changed, read.Version, cancellationToken))
            {
                return result;
            }
        }
    }
}
