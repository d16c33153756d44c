using System.Security.Cryptography;
using System.Text.Json;

namespace Vts.Callers.Keys;

/// <summary>
/// Keys in a file of readable JSON. When keys were used stands in a second file, <c>….used</c>, so that a server never writes the
/// first one. Keys are found by their hash, never by their place.
/// </summary>
public sealed class FileKeyStore(string path, TimeProvider time) : IKeyStore
{
    private const int MostBytes = 64 * 1024 * 1024;

    private string Uses => path + ".used";

    /// <inheritdoc/>
    public ValueTask PrepareAsync(CancellationToken cancellationToken) => TryAsync("made", async () =>
    {
        using var only = await FileLock.TakeAsync(path, time, cancellationToken);
        if (!File.Exists(path))
        {
            await WriteAsync([], cancellationToken);
        }
    });

    /// <inheritdoc/>
    public async ValueTask<KeySet?> ReadAsync(string? known, CancellationToken cancellationToken)
    {
        KeySet? read = null;
        await TryAsync("read", async () =>
        {
            // By what is in it, not by when it was written: a copy may keep the old time.
            var content = await ReadWholeAsync(cancellationToken);
            var version = Convert.ToHexStringLower(SHA256.HashData(content));
            read = version == known ? null : new KeySet(version, Parse(content));
        });
        return read;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(IReadOnlyList<KeyRecord> changed, string version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var isWritten = false;
        await TryAsync("written", async () =>
        {
            using var only = await FileLock.TakeAsync(path, time, cancellationToken);
            var current = await ReadAsync(known: null, cancellationToken);
            if (current!.Version == version)
            {
                var byId = changed.ToDictionary(key => key.Id, StringComparer.Ordinal);
                await WriteAsync(
                    [.. current.Keys.Select(key => byId.Remove(key.Id, out var instead) ? instead : key), .. changed.Where(key => byId.ContainsKey(key.Id))],
                    cancellationToken);
                isWritten = true;
            }
        });
        return isWritten;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadUsesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(Uses)
                ? JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Uses, cancellationToken), KeyJson.Default.DictionaryStringDateTimeOffset) ?? []
                : [];
        }
        catch (JsonException)
        {
            // It decides nothing: the next use writes it anew.
            return new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The file {Uses} could not be read: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uses);
        try
        {
            using var only = await FileLock.TakeAsync(Uses, time, cancellationToken);
            await AddUsesAsync(uses, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The file {Uses} could not be written: {fault.Message}", fault);
        }
    }

    private async Task AddUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, DateTimeOffset>(await ReadUsesAsync(cancellationToken), StringComparer.Ordinal);
        foreach (var (id, used) in uses)
        {
            all[id] = all.TryGetValue(id, out var known) && known > used ? known : used;
        }

        await AtomicFile.WriteAsync(Uses, JsonSerializer.SerializeToUtf8Bytes(all, KeyJson.Default.DictionaryStringDateTimeOffset), cancellationToken);
    }

    // No more than that, whatever stands at the path: a link, or a device that never ends.
    private async Task<byte[]> ReadWholeAsync(CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await file.ReadAsync(part, cancellationToken) is > 0 and var read)
        {
            content.Write(part, 0, read);
            if (content.Length > MostBytes)
            {
                throw new IOException($"it is larger than {MostBytes} bytes");
            }
        }

        return content.ToArray();
    }

    private static IReadOnlyList<KeyRecord> Parse(byte[] content)
    {
        var file = JsonSerializer.Deserialize(content, KeyJson.Default.KeyFile);
        return file switch
        {
            null => throw new JsonException("it holds nothing"),
            { Version: not KeyFile.CurrentVersion } => throw new JsonException($"its version is {file.Version}, and this program knows {KeyFile.CurrentVersion}"),
            _ when KeyRules.Faults(file.Keys).FirstOrDefault() is { } fault => throw new JsonException(fault),
            _ => file.Keys,
        };
    }

    private async Task WriteAsync(IReadOnlyList<KeyRecord> keys, CancellationToken cancellationToken) => await AtomicFile.WriteAsync(
        path, (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(new KeyFile(KeyFile.CurrentVersion, keys), KeyJson.Default.KeyFile), (byte)'\n'], cancellationToken);

    private async ValueTask TryAsync(string done, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyStoreException(
                $"The key file {path} does not exist. 'vts-server keys create' makes it, in a folder that exists.", fault);
        }
        catch (JsonException fault)
        {
            // Where it is wrong, and not what stands there: not even the names in it need be ours.
            throw new KeyStoreException(fault.LineNumber is { } line
                ? $"The key file {path} is not right at line {line + 1}, byte {fault.BytePositionInLine + 1}."
                : $"The key file {path} is not right: {fault.Message}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyStoreException($"The key file {path} could not be {done}: {fault.Message}", fault);
        }
    }
}
